import { TypedText } from './typed-text.js';
import { PassageView } from './passage.js';
import { Writing } from './writing.js';

/** A text on the table: what there is to type, and what is written. */
export class Typed {
  isClear = false;
  #written; #view; #area = document.getElementById('writing'); #writing;

  constructor({ text }) {
    this.#written = new TypedText(text);
    this.#view = new PassageView(text, this.#written);
  }

  get tally() {
    const { net, accuracy } = this.#written;
    return { done: net, count: net, accuracy, score: net };
  }

  press(key) {
    this.#written.press(key);
  }

  show() {
    this.#view.show();
  }

  listen(hit) {
    this.#writing = new Writing(this.#area, this.#written.text, hit);
  }

  resume() {
    this.#writing.focus();
  }

  end() {
    this.#area.readOnly = true;
  }
}
