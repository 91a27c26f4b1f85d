const key = slot => `flag-${slot}`;

/** Questions to come back to. They stay in this browser; the server does not know them. */
export class Flags extends EventTarget {
  #store;

  constructor(store, paper) {
    super();
    this.#store = store;
    paper.questions.forEach(question => this.#show(question));
    this.addEventListener('change', event => this.#show(paper.question(event.detail)));
    store.addEventListener('change', event => this.#changed(Number(event.detail.match(/^flag-(\d+)$/)?.[1])));
    paper.form.addEventListener('click', event => {
      const question = event.target.closest('.flag')?.closest('.question');
      if (question) this.toggle(Number(question.dataset.slot));
    });
  }

  has(slot) {
    return this.#store.read(key(slot)) === true;
  }

  toggle(slot) {
    if (this.has(slot)) this.#store.remove(key(slot));
    else this.#store.write(key(slot), true);
    this.#changed(slot);
  }

  #changed(slot) {
    if (slot) this.dispatchEvent(new CustomEvent('change', { detail: slot }));
  }

  #show({ slot, element }) {
    element.querySelector('.flag').setAttribute('aria-pressed', this.has(slot));
  }
}
