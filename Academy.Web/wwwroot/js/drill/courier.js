import { Line } from '../attempt/line.js';

const EVERY_MS = 1000;
const SLOW_MS = 400;

/**
 * Takes to the server what was hit, about once a second and one batch after the other. What is hit while the line is down waits here
 * and goes as one batch when it is back. Every change of its state is a `change` event; `conflict` says that another page sends keys of
 * the same run, and `outdated` that this one was made before the last of them came.
 */
export class Courier extends EventTarget {
  slow = false;
  #line = new Line();
  #address; #session; #number; #waiting = []; #batch; #run; #isFirst = true;

  constructor(address, session, acknowledged) {
    super();
    [this.#address, this.#session, this.#number] = [address, session, acknowledged];
    this.#line.addEventListener('change', () => this.#changed());
    this.#line.addEventListener('retry', () => this.send());
    setInterval(() => { if (!this.#line.isPausing) this.send(); }, EVERY_MS);
  }

  get line() {
    return this.#line.state;
  }

  /** How many keys the server has not confirmed. */
  get unsent() {
    return this.#waiting.length + (this.#batch?.keys.length ?? 0);
  }

  add(at, key) {
    this.#waiting.push([at, key]);
  }

  /** Resolves when all is sent or this try has failed. */
  send() {
    if (this.unsent === 0 || this.line === 'over') return Promise.resolve();
    this.#run ??= this.#work().finally(() => { this.#run = undefined; });
    return this.#run;
  }

  /** True when all is sent. */
  async flush() {
    this.#line.forgetPause();
    await this.send();
    if (this.unsent > 0 && this.#line.isUp) await this.send();
    return this.unsent === 0;
  }

  async #work() {
    const timer = setTimeout(() => this.#isSlow(true), SLOW_MS);
    this.#batch ??= { number: this.#number + 1, keys: this.#waiting.splice(0) };
    this.#became(await this.#deliver(this.#batch));
    clearTimeout(timer);
    this.#isSlow(false);
  }

  async #deliver({ number, keys }) {
    try {
      const response = await this.#session.put(`${this.#address}/${number}`, { keys });
      if (response.ok) return 'up';
      if (response.type === 'opaqueredirect' || response.status === 401) return 'signed-out';
      if (response.status === 409) return (await response.json()).reason === 'over' ? 'over' : 'conflict';
      return response.status === 404 ? 'over' : 'trouble';
    } catch {
      return 'lost';
    }
  }

  #became(state) {
    if (state === 'up') {
      this.#isFirst = false;
      this.#number = this.#batch.number;
      this.#batch = undefined;
      this.#line.worked();
    } else if (state === 'over' || state === 'conflict') {
      this.#line.end();
      this.dispatchEvent(new Event(state === 'conflict' && this.#isFirst ? 'outdated' : state));
    } else this.#line.failed(state);
  }

  #isSlow(slow) {
    if (this.slow === slow) return;
    this.slow = slow;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
