import { BREAK, ERASED, REFUSED, SPACE } from './typed-text.js';

const PICTURES = { '\n': BREAK, ' ': SPACE };
const UNSEEN = /[\p{Cc}\p{Cs}\u2408\u2416\u2420\u2424]/u;
const PASTING = ['insertFromPaste', 'insertFromDrop', 'insertFromYank'];
const RECALLING = ['historyUndo', 'historyRedo'];
const MOVING = /^(?:Arrow|Home|End|Page)/;

/**
 * Hears what is written, by whatever input method: what it is still composing is nobody's yet, and what it gives is told as one piece.
 * The caret stays at the end, so that all that can happen is that something is taken back there, or added.
 */
export class Writing {
  #area; #hit; #told; #isComposing = false;

  /** Begins with what was written before; `hit` says whether it has taken what it is told. */
  constructor(area, written, hit) {
    [this.#area, this.#told, this.#hit] = [area, written, hit];
    area.value = written;
    area.addEventListener('compositionstart', () => { this.#hold(); this.#isComposing = true; });
    area.addEventListener('compositionend', event => { this.#isComposing = false; this.#tell(event); });
    area.addEventListener('input', event => { if (!event.isComposing && !this.#isComposing) this.#tell(event); });
    area.addEventListener('beforeinput', event => this.#check(event));
    area.addEventListener('keydown', event => { if (!event.isComposing && isMoving(event)) event.preventDefault(); });
    for (const pasting of ['paste', 'drop']) document.addEventListener(pasting, event => this.#refuse(event));
    document.addEventListener('dragover', event => event.preventDefault());
    document.addEventListener('selectionchange', () => this.#hold());
    document.addEventListener('mousedown', event => this.#stay(event));
    this.focus();
  }

  focus() {
    this.#area.focus({ preventScroll: true });
    this.#hold();
    this.#area.scrollTop = this.#area.scrollHeight;
  }

  #tell({ timeStamp }) {
    const { value } = this.#area;
    const kept = sharedLength(this.#told, value);
    const keys = ERASED.repeat(this.#told.length - kept) + value.slice(kept).split('').map(signOf).join('');
    if (keys === '') return;
    if (this.#hit(keys, timeStamp)) this.#told = value;
    else this.#area.value = this.#told;
    this.#area.scrollTop = this.#area.scrollHeight;
  }

  #check(event) {
    if (PASTING.includes(event.inputType)) this.#refuse(event);
    else if (RECALLING.includes(event.inputType)) event.preventDefault();
    else this.#hold();
  }

  #refuse(event) {
    event.preventDefault();
    this.#hit(REFUSED, event.timeStamp);
  }

  /** What is selected is told too late for who types at once: the caret is held before every change as well. */
  #hold() {
    const { length } = this.#area.value;
    if (this.#isComposing || document.activeElement !== this.#area) return;
    if (this.#area.selectionStart !== length || this.#area.selectionEnd !== length) this.#area.setSelectionRange(length, length);
  }

  /** A press beside it takes nobody away from it. */
  #stay(event) {
    if (event.target.closest('a, button, summary, dialog, textarea')) return;
    event.preventDefault();
    this.focus();
  }
}

function signOf(unit) {
  return PICTURES[unit] ?? (UNSEEN.test(unit) ? '\uFFFD' : unit);
}

function isMoving({ key, ctrlKey, metaKey }) {
  return MOVING.test(key) || ((ctrlKey || metaKey) && key.toLowerCase() === 'a');
}

function sharedLength(one, other) {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}
