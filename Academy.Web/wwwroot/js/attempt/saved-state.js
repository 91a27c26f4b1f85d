import { list, put, say } from './texts.js';

/** The four states in the bar: saved, saving, waiting, unsaved. "Saved" appears only after the server's answer. */
export class SavedState {
  #element = document.getElementById('saved-state');
  #words = this.#element.querySelector('.words');
  #time = this.#element.querySelector('time');
  #outbox; #clockOf;

  constructor(outbox, timeZone) {
    this.#outbox = outbox;
    this.#clockOf = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
    outbox.addEventListener('change', () => this.show());
    this.show();
  }

  show() {
    const [state, words] = this.#state();
    const at = state === 'saved' && this.#outbox.savedAt;
    this.#element.dataset.state = state;
    put(this.#words, words);
    put(this.#time, at ? this.#clockOf.format(new Date(at)) : '');
  }

  #state() {
    const { line, held, slow, waiting, savedAt } = this.#outbox;
    if (waiting.length > 0 && line === 'signed-out') return ['unsaved', say('unsavedSignedOut')];
    if (held.size > 0) return ['unsaved', say('unsavedHeld', list([...held.keys()]))];
    if (waiting.length > 0 && line !== 'up') return ['waiting', say('waitingCount', waiting.length)];
    if (waiting.length > 0 && (slow || this.#outbox.isTyping() || this.#element.dataset.state === 'saving')) return ['saving', say('saving')];
    return ['saved', say(savedAt ? 'saved' : 'autosave')];
  }
}
