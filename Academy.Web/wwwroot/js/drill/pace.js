import { put, say } from '../attempt/texts.js';

const byId = id => document.getElementById(id);

/** How it goes, once a second at the side: what is done, keys a minute, how many were right, and how far from one's best. */
export class Pace {
  #desk; #best; #length; #isRace; #kind; #unit;

  constructor(desk, { kind, best, length, race, unit }) {
    [this.#desk, this.#kind, this.#unit] = [desk, kind, unit];
    [this.#best, this.#length, this.#isRace] = [Number(best), Number(length), race === 'true'];
  }

  show(elapsed) {
    if (elapsed <= 0) return;
    const { keys, typedKeys, misses } = this.#desk;
    put(byId('pace-done'), String(this.#done()));
    put(byId('pace-keys'), String(Math.round(keys * 60000 / Math.max(elapsed, 1000))));
    put(byId('pace-right'), typedKeys === 0 ? '–' : `${(100 - 100 * Math.min(1, misses / typedKeys)).toFixed(1)}%`);
    if (this.#best) this.#compare(elapsed);
  }

  /** Right sums or lines; pages of the whole book. */
  #done() {
    if (this.#isRace) return this.#desk.entries.filter(entry => entry !== null).length;
    return this.#desk.outcomes.filter(outcome => this.#desk.isRight(outcome)).length;
  }

  /** The best run is taken to have gone evenly. */
  #compare(elapsed) {
    const ahead = this.#so() - (this.#isRace ? this.#desk.task.length * elapsed / this.#best : this.#best * elapsed / this.#length);
    byId('pace-best').dataset.ahead = ahead >= 0;
    const distance = Math.abs(ahead).toFixed(this.#kind === 'slips' ? 1 : 0);
    put(byId('pace-best-words'), say(ahead >= 0 ? 'ahead' : 'behind', distance, this.#unit));
  }

  /** In the unit of the score, with what is in hand. */
  #so() {
    const { outcomes, place, task } = this.#desk;
    if (this.#isRace) return this.#done();
    if (this.#kind === 'slips') return this.#done() + place / task.length;
    return outcomes.filter(outcome => this.#desk.isRight(outcome)).reduce((keys, outcome) => keys + outcome.task[0].keys.length, 0);
  }
}
