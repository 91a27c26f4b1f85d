import { put, say } from '../attempt/texts.js';

const KINDS = { lost: 'lost', trouble: 'trouble', 'signed-out': 'signedOut' };

/** How things stand between the page and the server: a word in the bar, and a band when something does not work. */
export class Sync {
  #state = document.getElementById('saved-state');
  #band = document.getElementById('band');
  #courier;

  constructor(courier) {
    this.#courier = courier;
    courier.addEventListener('change', () => this.show());
    courier.addEventListener('conflict', () => this.#tell('conflict'));
    this.#band.querySelector('.retry').addEventListener('click', () => courier.flush());
    this.show();
  }

  show() {
    const { line, slow, unsent } = this.#courier;
    const kind = KINDS[line];
    if (kind) this.#tell(kind);
    else if (line === 'up') this.#tell('none');
    const state = unsent > 0 && line !== 'up' ? 'waiting' : slow && unsent > 0 ? 'saving' : 'saved';
    this.#state.dataset.state = state;
    put(this.#state.querySelector('.words'), state === 'waiting' ? say('waiting') : say(state === 'saving' ? 'sending' : 'sent'));
  }

  #tell(kind) {
    this.#band.dataset.kind = kind;
    put(this.#band.querySelector('.band-title'), kind === 'none' ? '' : say(`${kind}Title`));
    put(this.#band.querySelector('.band-detail'), kind === 'none' ? '' : say(`${kind}Detail`));
  }
}
