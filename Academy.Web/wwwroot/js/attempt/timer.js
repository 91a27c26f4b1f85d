import { put, say } from './texts.js';

const WARN_SECONDS = 300;
const DANGER_SECONDS = 60;
const READ_OUT_MINUTES = [10, 5, 1];
const CREDIT_SHOWN_MS = 60000;

/** Shows the time left. Only 10, 5 and 1 minute are read out. */
export class Timer {
  #element = document.getElementById('timer');
  #time = this.#element.querySelector('.time');
  #credit = document.getElementById('credit');
  #announcer = document.getElementById('time-announcer');
  #last = Infinity;
  #clock;

  constructor(clock) {
    this.#clock = clock;
    this.#element.querySelector('.timer-label').textContent = say('remaining');
    clock.addEventListener('tick', () => this.show());
    clock.addEventListener('credit', event => this.#showCredit(event.detail));
    this.show();
  }

  show() {
    const seconds = this.#clock.secondsLeft;
    if (seconds === this.#last) return;
    this.#time.textContent = format(seconds);
    this.#element.dataset.level = level(seconds);
    this.#announce(seconds);
    this.#last = seconds;
  }

  #announce(seconds) {
    const minutes = READ_OUT_MINUTES.find(minute => this.#last > minute * 60 && seconds <= minute * 60 && seconds > (minute - 1) * 60);
    if (minutes && this.#last !== Infinity) put(this.#announcer, say('minutesLeft', minutes));
  }

  #showCredit(minutes) {
    put(this.#credit, say('credited', minutes));
    put(this.#announcer, say('credited', minutes));
    setTimeout(() => put(this.#credit, ''), CREDIT_SHOWN_MS);
  }
}

function level(seconds) {
  if (seconds <= DANGER_SECONDS) return 'danger';
  return seconds <= WARN_SECONDS ? 'warn' : 'plain';
}

function format(seconds) {
  const pad = number => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${pad(minutes)}:${pad(seconds % 60)}`;
}
