export const ENTER = 'E';
export const ERASE = 'B';
export const FORWARD = 'F';
export const BACK = 'R';

const LONGEST = { slips: 12, keypad: 24 };

/**
 * What lies before whoever keys, key by key. The server goes by the same rules over the keys that it was sent (Desk.cs), and only
 * what comes out there is a result.
 */
export class Desk {
  outcomes = [];
  place = 0;
  typed = '';
  keys = 0;
  typedKeys = 0;
  misses = 0;
  #kind; #tasks;

  constructor({ kind, tasks }) {
    [this.#kind, this.#tasks] = [kind, tasks];
    this.entries = this.#blank();
  }

  get isClear() {
    return this.outcomes.length === this.#tasks.length;
  }

  /** The task in hand, or the last one when all is handed in. */
  get task() {
    return this.#tasks[Math.min(this.outcomes.length, this.#tasks.length - 1)];
  }

  get field() {
    return this.task[this.place];
  }

  press(key) {
    if (this.isClear) return;
    this.keys++;
    if (key === ENTER) this.#enter();
    else if (key === ERASE) this.typed = this.typed.slice(0, -1);
    else if (key === FORWARD) this.#forward();
    else if (key === BACK) this.#back();
    else this.#type(key);
  }

  /** Whether what was handed in is right: the total of a sum, a line as it stands. */
  isRight({ task, entries }) {
    if (this.#kind === 'keypad') return entries[0] === task[0].keys;
    return sum(entries) === sum(task.map(field => field.keys));
  }

  #type(key) {
    const point = this.typed.indexOf('.');
    const fits = this.typed.length < LONGEST[this.#kind] && (point < 0 || (key !== '.' && this.typed.length - point <= 2));
    if (!fits) return;
    this.#note(this.typed + key);
    this.typed += key;
    this.typedKeys++;
  }

  #forward() {
    this.#take(FORWARD);
    this.#turn(1);
  }

  #back() {
    this.typed = '';
    this.#turn(-1);
  }

  #enter() {
    if (this.typed === '' && this.entries[this.place] === null) return;
    this.#take(ENTER);
    if (this.place < this.task.length - 1) this.#turn(1);
    else this.#handIn();
  }

  #take(key) {
    if (this.typed === '') return;
    if (!this.#isTaken()) this.#note(this.typed + key);
    this.entries[this.place] = this.typed;
    this.typed = '';
  }

  #isTaken() {
    return this.typed === this.field.keys || (this.#kind === 'slips' && fen(this.typed) === fen(this.field.keys));
  }

  #turn(pages) {
    this.place = Math.min(Math.max(this.place + pages, 0), this.task.length - 1);
  }

  #handIn() {
    this.outcomes.push({ task: this.task, entries: this.entries });
    this.place = 0;
    this.entries = this.#blank();
  }

  #note(becomes) {
    const { keys } = this.field;
    if (keys.startsWith(this.typed) && !keys.startsWith(becomes)) this.misses++;
  }

  #blank() {
    return this.task.map(() => null);
  }
}

/** Whole fen: what is no number in binary is no money. */
function fen(typed) {
  const [whole, fraction = ''] = (typed ?? '').split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

const sum = entries => entries.reduce((total, entry) => total + fen(entry), 0);
