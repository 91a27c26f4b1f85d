import { put, say } from '../attempt/texts.js';

const byId = id => document.getElementById(id);

/** How it goes, once a second at the side: what is done, how much a minute, how much was right, and how far from one's best. */
export class Pace {
  #table; #best; #length; #isRace; #kind; #unit;

  constructor(table, { kind, best, length, race, unit }) {
    [this.#table, this.#kind, this.#unit] = [table, kind, unit];
    [this.#best, this.#length, this.#isRace] = [Number(best), Number(length), race === 'true'];
  }

  show(elapsed) {
    if (elapsed <= 0) return;
    const { done, count, accuracy, score, whole } = this.#table.tally;
    put(byId('pace-done'), String(done));
    put(byId('pace-rate'), String(Math.round(count * 60000 / Math.max(elapsed, 1000))));
    put(byId('pace-right'), Number.isNaN(accuracy) ? '–' : `${(100 * accuracy).toFixed(1)}%`);
    if (this.#best) this.#compare(score - (this.#isRace ? whole * elapsed / this.#best : this.#best * elapsed / this.#length));
  }

  /** The best run is taken to have gone evenly. */
  #compare(ahead) {
    byId('pace-best').dataset.ahead = ahead >= 0;
    const distance = Math.abs(ahead).toFixed(this.#kind === 'slips' ? 1 : 0);
    put(byId('pace-best-words'), say(ahead >= 0 ? 'ahead' : 'behind', distance, this.#unit));
  }
}
