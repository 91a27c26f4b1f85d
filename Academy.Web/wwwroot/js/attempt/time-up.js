import { put, say } from './texts.js';

const PAUSE_MS = 3000;

/** At zero: nothing more can be chosen; what waits is sent, then the paper is handed in, as soon as the line allows. */
export class TimeUp extends EventTarget {
  #dialog = document.getElementById('time-up');
  #words = this.#dialog.querySelector('.words');
  #clock; #outbox; #session; #grace; #handingIn = false;

  constructor(clock, outbox, session, graceSeconds) {
    super();
    [this.#clock, this.#outbox, this.#session, this.#grace] = [clock, outbox, session, graceSeconds];
    this.#dialog.addEventListener('cancel', event => event.preventDefault());
    clock.addEventListener('tick', () => { if (clock.secondsLeft === 0 && !this.#handingIn) this.#finish(); });
  }

  async #finish() {
    this.#handingIn = true;
    put(this.#words, say('handingIn'));
    document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close());
    this.#dialog.showModal();
    while (!await this.#tryOnce() && this.#clock.secondsLeft === 0) await this.#pause();
    this.#dialog.close();
    this.#handingIn = false;
  }

  /** Asking first lets the server grant time this page has not heard of. */
  async #tryOnce() {
    const line = await this.#outbox.flush() ? await this.#handIn() : this.#outbox.line;
    if (line === 'over') return this.dispatchEvent(new Event('over'));
    if (line !== 'up') put(this.#words, this.#explain(line));
    return false;
  }

  async #handIn() {
    const { line, remainingSeconds } = await this.#session.refresh();
    if (line !== 'up') return line;
    this.#clock.correct(remainingSeconds);
    return this.#clock.secondsLeft > 0 ? line : (await this.#session.submit()).line;
  }

  #explain(line) {
    if (line === 'signed-out') return say('timeUpSignedOut');
    return this.#grace > 0 ? say('timeUpLostGrace', this.#grace) : say('timeUpLost');
  }

  #pause() {
    return new Promise(resolve => {
      setTimeout(resolve, PAUSE_MS);
      addEventListener('online', resolve, { once: true });
    });
  }
}
