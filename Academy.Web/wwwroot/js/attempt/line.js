const PAUSES_MS = [1000, 2000, 4000, 8000, 15000];

/** Whether the server can be reached (up, lost, trouble, signed-out, over) and when to try again. */
export class Line extends EventTarget {
  state = 'up';
  #failures = 0;
  #timer;

  constructor() {
    super();
    addEventListener('online', () => this.#retryAtOnce());
    addEventListener('offline', () => this.#is('lost'));
    addEventListener('focus', () => { if (this.state === 'signed-out') this.#retryAtOnce(); });
  }

  get isUp() {
    return this.state === 'up';
  }

  get isPausing() {
    return this.#timer !== undefined;
  }

  worked() {
    this.#failures = 0;
    this.#is('up');
  }

  failed(state) {
    const pause = PAUSES_MS[Math.min(this.#failures++, PAUSES_MS.length - 1)];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#retry(), pause);
    this.#is(state);
  }

  end() {
    this.forgetPause();
    this.#is('over');
  }

  forgetPause() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#failures = 0;
  }

  #retryAtOnce() {
    this.forgetPause();
    this.#retry();
  }

  #retry() {
    this.#timer = undefined;
    this.dispatchEvent(new Event('retry'));
  }

  #is(state) {
    if (this.state === 'over') return;
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
