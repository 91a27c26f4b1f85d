import { Manuscript } from './manuscript.js';
import { PassageView } from './passage.js';
import { Writing } from './writing.js';

/** A text on the table: what there is to type, and what is written. */
export class Typed {
  isClear = false;
  #script; #view; #area = document.getElementById('writing'); #writing;

  constructor({ text }) {
    this.#script = new Manuscript(text);
    this.#view = new PassageView(text, this.#script);
  }

  get tally() {
    const { net, accuracy } = this.#script;
    return { done: net, count: net, accuracy, score: net };
  }

  press(key) {
    this.#script.press(key);
  }

  show() {
    this.#view.show();
  }

  listen(hit) {
    this.#writing = new Writing(this.#area, this.#script.text, hit);
  }

  resume() {
    this.#writing.focus();
  }

  end() {
    this.#area.readOnly = true;
  }
}
