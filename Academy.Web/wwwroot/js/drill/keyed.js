import { Desk } from './desk.js';
import { listen } from './keys.js';
import { LineView, SlipView } from './view.js';

/** Slips or lines on the table, and what is keyed of them. */
export class Keyed {
  #desk; #view; #kind; #isRace;

  constructor(work, { kind, race }) {
    [this.#kind, this.#isRace] = [kind, race === 'true'];
    const tasks = kind === 'slips' ? work.tasks.map(task => pagesOf(task, work.book)) : work.lines.map(line => [line]);
    this.#desk = new Desk({ kind, tasks });
    this.#view = kind === 'slips' ? new SlipView(work.book, this.#desk) : new LineView(work.lines, this.#desk);
  }

  get isClear() {
    return this.#desk.isClear;
  }

  /** What is done, the keys of it, how many were right, and how it stands in the unit of the score; a race goes to the whole. */
  get tally() {
    const { keys, typedKeys, misses, task } = this.#desk;
    return { done: this.#done(), count: keys, accuracy: 1 - Math.min(1, misses / typedKeys), score: this.#score(), whole: task.length };
  }

  press(key) {
    this.#desk.press(key);
  }

  show() {
    this.#view.show();
  }

  listen(hit) {
    listen(hit);
  }

  resume() { }

  end() { }

  /** Right sums or lines; pages of the whole book. */
  #done() {
    if (this.#isRace) return this.#desk.entries.filter(entry => entry !== null).length;
    return this.#right().length;
  }

  /** With what is in hand. */
  #score() {
    if (this.#isRace) return this.#done();
    if (this.#kind === 'slips') return this.#done() + this.#desk.place / this.#desk.task.length;
    return this.#right().reduce((keys, outcome) => keys + outcome.task[0].keys.length, 0);
  }

  #right() {
    return this.#desk.outcomes.filter(outcome => this.#desk.isRight(outcome));
  }
}

function pagesOf([first, count, row], book) {
  return Array.from({ length: count }, (_, i) => ({ page: first + i, row, keys: book[first + i - 1][row - 1].replaceAll(',', '') }));
}
