import { stamp } from './age.js';

const key = slot => `answer-${slot}`;

/** Several chosen options are a set, unless they are put in order; blanks around what is typed mean nothing. */
function same(one, other, isOrdered) {
  return plain(one, isOrdered) === plain(other, isOrdered);
}

function plain(value, isOrdered) {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) return JSON.stringify(isOrdered ? value : [...value].sort());
  return value && JSON.stringify(Object.entries(value).map(([name, text]) => [name, plain(text)]).sort());
}

/**
 * Per slot: what the server has stored (revision, value) and what waits to be sent.
 * All tabs of this browser share it, so it is read afresh each time.
 */
export class Answers extends EventTarget {
  #store;
  #opened = new Map();
  #ordered = new Set();

  constructor(store, questions) {
    super();
    this.#store = store;
    questions.forEach(question => this.#open(question));
    store.addEventListener('change', event => this.#changedElsewhere(event.detail));
  }

  of(slot) {
    return this.#store.read(key(slot)) ?? this.#opened.get(slot);
  }

  /** The value this page should show: the newest choice, sent or not. */
  value(slot) {
    const { value, waiting } = this.of(slot);
    return waiting ? waiting.value : value;
  }

  same(slot, one, other) {
    return same(one, other, this.#ordered.has(slot));
  }

  /** Slots that wait, the oldest choice first. */
  get waiting() {
    return [...this.#opened.keys()]
      .filter(slot => this.of(slot).waiting)
      .sort((one, other) => this.of(one).waiting.entered.wall - this.of(other).waiting.entered.wall);
  }

  /** A choice that may have reached the server keeps its revision; the next choice takes a new one. */
  choose(slot, value) {
    const { revision, waiting } = this.of(slot);
    const used = Math.max(revision, waiting ? waiting.revision - !waiting.attempted : 0);
    this.#update(slot, { waiting: { revision: used + 1, value, entered: stamp(), attempted: false } });
  }

  takeToSend(slot) {
    const waiting = { ...this.of(slot).waiting, attempted: true };
    this.#update(slot, { waiting });
    return waiting;
  }

  saved(slot, entry, savedAt) {
    const { revision, waiting } = this.of(slot);
    const done = !waiting || waiting.revision <= entry.revision;
    this.#update(slot, { revision: Math.max(revision, entry.revision), value: entry.value, savedAt, waiting: done ? null : waiting });
  }

  /** Another device stored this answer; what was chosen here waits until the person decides. */
  overtaken(slot, revision, value) {
    this.#update(slot, { revision, value });
  }

  /** Until it is stored nothing is saved of what the person insists on, however soon that is. */
  keepMine(slot) {
    const { revision, waiting } = this.of(slot);
    this.#update(slot, { waiting: { ...waiting, revision: revision + 1, attempted: false, insists: true } });
  }

  takeStored(slot) {
    this.#update(slot, { waiting: null });
  }

  #open({ slot, revision, stored, isOrdered }) {
    if (isOrdered) this.#ordered.add(slot);
    const kept = this.#store.read(key(slot));
    this.#opened.set(slot, { revision, value: stored, savedAt: kept?.savedAt ?? '', waiting: kept?.waiting ?? null });
    if (!kept || kept.revision <= revision) this.#update(slot, this.#opened.get(slot));
  }

  #update(slot, change) {
    this.#store.write(key(slot), { ...this.of(slot), ...change });
  }

  #changedElsewhere(name) {
    const slot = [...this.#opened.keys()].find(slot => key(slot) === name);
    if (slot) this.dispatchEvent(new CustomEvent('change', { detail: slot }));
  }
}
