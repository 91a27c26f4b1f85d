import { Alignment } from './alignment.js';

/** What happens to a text besides characters, by the pictures that there are for it. */
export const ERASED = '\u2408';
export const BREAK = '\u2424';
export const SPACE = '\u2420';
export const REFUSED = '\u2416';

/** What stands typed, and how it lies beside the passage; whoever types is always at its end. The server goes by TypedText.cs. */
export class TypedText {
  refusals = 0;
  #typed = []; #most; #alignment; #found;

  constructor(passage) {
    this.#most = passage.length;
    this.#alignment = new Alignment(passage.replaceAll('\n', ''));
  }

  get text() {
    return this.#typed.join('');
  }

  press(key) {
    this.#found = undefined;
    if (key === REFUSED) this.refusals++;
    else if (key === ERASED) this.#erase();
    else if (this.#typed.length < this.#most) this.#write({ [BREAK]: '\n', [SPACE]: ' ' }[key] ?? key);
  }

  get found() {
    return this.#found ??= this.#alignment.marks();
  }

  get net() {
    const { reached, wrong, missing, extra } = this.found;
    return reached - wrong - missing - extra;
  }

  get accuracy() {
    const { right, wrong, missing, extra } = this.found;
    return right / (right + wrong + missing + extra);
  }

  /** New lines count on neither side. */
  #write(character) {
    this.#typed.push(character);
    if (character !== '\n') this.#alignment.type(character);
  }

  #erase() {
    if (this.#typed.pop() !== '\n' && this.#alignment.length > 0) this.#alignment.erase();
  }
}
