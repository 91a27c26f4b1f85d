import { put, say } from '../attempt/texts.js';

const WARN_MS = 60000;
const DANGER_MS = 10000;
const READ_OUT_MS = [60000, 10000];

/** Counts down to the end, or up where the shortest time wins; before the start it counts to it. */
export class Timer {
  #element = document.getElementById('timer');
  #time = this.#element.querySelector('.time');
  #announcer = document.getElementById('time-announcer');
  #length; #isRace; #left = Infinity;

  constructor(length, isRace) {
    [this.#length, this.#isRace] = [length, isRace];
    put(this.#element.querySelector('.timer-label'), say(isRace ? 'elapsed' : 'remaining'));
  }

  show(elapsed) {
    const left = this.#length - Math.max(0, elapsed);
    put(this.#time, format(this.#isRace ? Math.floor(Math.max(0, elapsed) / 1000) : Math.ceil(Math.max(0, left) / 1000)));
    this.#element.dataset.level = left <= DANGER_MS ? 'danger' : left <= WARN_MS ? 'warn' : 'plain';
    const passed = READ_OUT_MS.find(moment => this.#left > moment && left <= moment && this.#left !== Infinity);
    if (passed) put(this.#announcer, say('secondsLeft', passed / 1000));
    this.#left = left;
  }
}

function format(seconds) {
  const pad = number => String(number).padStart(2, '0');
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}
