import { say } from './texts.js';

/** Two devices answered the same question differently: shows what is stored and what was chosen here; the person decides. */
export class Conflict {
  #dialog = document.getElementById('conflict');
  #paper; #outbox; #answers; #slot; #later = new Set();

  constructor(paper, outbox, answers) {
    [this.#paper, this.#outbox, this.#answers] = [paper, outbox, answers];
    outbox.addEventListener('change', () => this.#look());
    this.#dialog.addEventListener('close', () => this.#decide(this.#dialog.returnValue));
    document.getElementById('hand-in').addEventListener('close', () => this.#look());
    document.querySelector('#band .decide').addEventListener('click', () => this.#resume());
  }

  #look() {
    const open = this.#open;
    for (const slot of this.#later) if (!open.includes(slot)) this.#later.delete(slot);
    if (this.#dialog.open && !open.includes(this.#slot)) this.#dialog.close('');
    const next = open.find(slot => !this.#later.has(slot));
    if (next && !document.querySelector('dialog[open]')) this.#ask(next);
  }

  get #open() {
    return [...this.#outbox.held].filter(([, why]) => why.reason === 'conflict').map(([slot]) => slot);
  }

  #ask(slot) {
    const question = this.#paper.question(slot);
    this.#slot = slot;
    this.#dialog.querySelector('h2').textContent = say('conflictQuestion', slot);
    this.#dialog.querySelector('.stem-line').textContent = question.stem;
    this.#fill('.stored', question.describe(this.#answers.of(slot).value));
    this.#fill('.mine', question.describe(this.#answers.value(slot)));
    this.#dialog.returnValue = '';
    this.#dialog.showModal();
  }

  #fill(place, options) {
    const items = options.length > 0 ? options : [say('noAnswer')];
    this.#dialog.querySelector(`${place} ul`).replaceChildren(...items.map(text => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }));
  }

  /** Esc decides nothing: the answer stays here, marked as not saved, and the band leads back to the question. */
  #decide(choice) {
    if (choice === 'mine') this.#outbox.keepMine(this.#slot);
    else if (choice === 'stored') this.#outbox.takeStored(this.#slot);
    else this.#later.add(this.#slot);
    this.#look();
  }

  #resume() {
    this.#later.clear();
    this.#look();
  }
}
