import { Seal } from './seal.js';
import { storeOf } from './store.js';

const LEAVING_MS = 10000;

const place = slot => `waiting-${slot}`;

/**
 * What waits to be sent, kept on this machine in case the page is closed or the power fails. It is sealed; where nothing can be sealed
 * (plain HTTP) it is kept open for this tab alone, and goes with it. What is saved is not kept, but for a moment when the page is left:
 * the server may have made the next one before it was saved.
 */
export class Safe {
  #store; #seal; #leftAt = -Infinity;
  #saved = new Set();
  #work = Promise.resolve();

  constructor(store, seal) {
    [this.#store, this.#seal] = [store, seal];
    addEventListener('beforeunload', () => { this.#leftAt = performance.now(); });
  }

  static async of(attempt, key) {
    const seal = await Seal.of(key);
    return new Safe(storeOf(attempt, seal ? 'localStorage' : 'sessionStorage'), seal);
  }

  /** By slot. What does not open was put there by somebody else, and goes. */
  async open(slots) {
    const found = new Map();
    for (const slot of slots) {
      const kept = this.#store.read(place(slot));
      if (kept === null) continue;
      try {
        found.set(slot, this.#seal ? await this.#seal.open(place(slot), kept) : kept);
      } catch {
        this.#store.remove(place(slot));
      }
    }
    return found;
  }

  keep(slot, waiting) {
    this.#saved.delete(slot);
    this.#then(async () => this.#store.write(place(slot), this.#seal ? await this.#seal.close(place(slot), waiting) : waiting));
  }

  drop(slot) {
    const wait = this.#leftAt + LEAVING_MS - performance.now();
    if (wait <= 0) return this.#remove(slot);
    this.#saved.add(slot);
    setTimeout(() => { if (this.#saved.delete(slot)) this.#remove(slot); }, wait);
  }

  #remove(slot) {
    this.#then(() => this.#store.remove(place(slot)));
  }

  /** In the order in which they were asked for: what was dropped stays dropped. What fails, as on a full device, stops nothing behind it. */
  #then(work) {
    this.#work = this.#work.then(work, work);
  }
}
