import { list, put, say } from './texts.js';

const REASONS = ['conflict', 'invalid', 'missing'];

/** The band under the bar: what does not work, which questions wait, and the one thing to do about it. */
export class Band {
  #element = document.getElementById('band');
  #title = this.#element.querySelector('.band-title');
  #detail = this.#element.querySelector('.band-detail');
  #retry = this.#element.querySelector('.retry');
  #outbox; #toast; #lost = false;

  constructor(outbox, toast) {
    [this.#outbox, this.#toast] = [outbox, toast];
    outbox.addEventListener('change', () => this.show());
    this.#retry.addEventListener('click', () => this.#tryNow());
  }

  show() {
    const kind = this.#kind();
    const slots = this.#slots(kind);
    this.#element.dataset.kind = kind;
    put(this.#title, kind === 'none' ? '' : say(`${kind}Title`, list(slots)));
    put(this.#detail, kind === 'none' ? '' : say(slots.length > 0 ? `${kind}Detail` : 'nothingWaits', list(slots)));
    this.#sayWhenBack();
  }

  #kind() {
    const { line, held } = this.#outbox;
    if (line === 'signed-out') return 'signedOut';
    if (line === 'lost' || line === 'trouble') return line;
    const reasons = [...held.values()].map(why => why.reason);
    return REASONS.find(reason => reasons.includes(reason)) ?? 'none';
  }

  #slots(kind) {
    const { waiting, held } = this.#outbox;
    return REASONS.includes(kind) ? waiting.filter(slot => held.get(slot)?.reason === kind) : waiting;
  }

  #sayWhenBack() {
    const { line, waiting } = this.#outbox;
    if (line !== 'up') this.#lost ||= waiting.length > 0;
    else if (this.#lost && waiting.length === 0) {
      this.#lost = false;
      this.#toast.show(say('allSaved'));
    }
  }

  async #tryNow() {
    this.#retry.ariaBusy = 'true';
    await this.#outbox.retryNow();
    this.#retry.ariaBusy = 'false';
  }
}
