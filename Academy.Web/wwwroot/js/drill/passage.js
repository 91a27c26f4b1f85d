import { put, say } from '../attempt/texts.js';

/** The passage on its sheet: what is typed of it, what of that is wrong, and the place that is next, its line under a third of others. */
export class PassageView {
  #sheet = document.getElementById('passage');
  #refused = document.getElementById('refused');
  #written; #characters = []; #shown = []; #line;

  constructor(text, written) {
    this.#written = written;
    this.#sheet.replaceChildren(...text.split('\n').map(paragraph => this.#lay(paragraph)));
  }

  show() {
    const { marks, extras, reached } = this.#written.found;
    for (let i = 0; i <= Math.max(reached, this.#shown.length - 1) && i < this.#characters.length; i++)
      this.#mark(i, `${i === reached ? 'here' : marks[i] ?? ''}${extras.has(i) ? ' extra' : ''}`);
    this.#shown.length = Math.min(reached + 1, this.#characters.length);
    this.#follow(this.#characters[Math.min(reached, this.#characters.length - 1)]);
    if (this.#written.refusals > 0) put(this.#refused, say('refused', this.#written.refusals));
  }

  #lay(paragraph) {
    const characters = [...paragraph].map(character => Object.assign(document.createElement('span'), { textContent: character }));
    this.#characters.push(...characters);
    const element = document.createElement('p');
    element.append(...characters);
    return element;
  }

  #mark(i, mark) {
    if (this.#shown[i] === mark) return;
    this.#shown[i] = mark;
    this.#characters[i].className = mark;
  }

  #follow({ offsetTop }) {
    if (this.#line === offsetTop) return;
    this.#line = offsetTop;
    const height = parseFloat(getComputedStyle(this.#sheet).lineHeight);
    const above = Math.floor(this.#sheet.clientHeight / height / 3);
    this.#sheet.scrollTop = offsetTop - this.#characters[0].offsetTop - above * height;
  }
}
