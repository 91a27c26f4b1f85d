const TOLERANCE_MS = 2000;
const SLEEP_MS = 5000;
const CREDIT_MS = 30000;

/** The server's clock as this page knows it: time left runs monotonically and is set right by each answer. */
export class Clock extends EventTarget {
  #end;
  #drift = drift();

  constructor(remainingSeconds) {
    super();
    this.#end = performance.now() + remainingSeconds * 1000;
    setInterval(() => this.#tick(), 250);
  }

  get secondsLeft() {
    return Math.max(0, Math.ceil((this.#end - performance.now()) / 1000));
  }

  correct(remainingSeconds) {
    const end = performance.now() + remainingSeconds * 1000;
    const gained = end - this.#end;
    if (Math.abs(gained) <= TOLERANCE_MS) return;
    this.#end = end;
    this.dispatchEvent(new Event('tick'));
    if (gained > CREDIT_MS) this.dispatchEvent(new CustomEvent('credit', { detail: Math.round(gained / 60000) }));
  }

  /** The monotonic clock may stand still while the machine sleeps; the page then has to ask the server. */
  #tick() {
    if (Math.abs(drift() - this.#drift) > SLEEP_MS) {
      this.#drift = drift();
      this.dispatchEvent(new Event('slept'));
    }
    this.dispatchEvent(new Event('tick'));
  }
}

const drift = () => Date.now() - performance.now();
