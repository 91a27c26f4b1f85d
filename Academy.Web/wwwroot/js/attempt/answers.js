import { stamp } from './age.js';

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
 * Per slot: what the server has stored (revision, value) and what waits to be sent. The tabs of this browser tell each other; what
 * waits is kept on the machine, too.
 */
export class Answers extends EventTarget {
  #safe;
  #tabs;
  #entries = new Map();
  #ordered = new Set();

  constructor(attempt, questions, safe, kept) {
    super();
    this.#safe = safe;
    questions.forEach(question => this.#open(question, kept.get(question.slot) ?? null));
    this.#tabs = new BroadcastChannel(`academy/attempt-${attempt}`);
    this.#tabs.addEventListener('message', event => this.#changedElsewhere(event.data));
  }

  of(slot) {
    return this.#entries.get(slot);
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
    return [...this.#entries.keys()]
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
    const { waiting } = this.of(slot);
    if (!waiting.attempted) this.#update(slot, { waiting: { ...waiting, attempted: true } });
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
    this.#update(slot, { waiting: null }, { decided: true });
  }

  #open({ slot, revision, stored, isOrdered }, waiting) {
    if (isOrdered) this.#ordered.add(slot);
    this.#entries.set(slot, { revision, value: stored, savedAt: '', waiting });
  }

  #update(slot, change, how) {
    const entry = { ...this.of(slot), ...change };
    this.#entries.set(slot, entry);
    this.#keep(slot, entry);
    this.#tabs.postMessage({ ...how, slot, entry });
  }

  #keep(slot, { waiting }) {
    if (waiting) this.#safe.keep(slot, waiting);
    else this.#safe.drop(slot);
  }

  /** A choice of this page that another tab knows nothing of stays: the server decides between the two. */
  #changedElsewhere({ slot, entry, decided }) {
    const mine = this.of(slot);
    const stored = entry.revision < mine.revision ? mine : entry;
    const isMine = mine.waiting && !decided && this.#isNews(slot, mine.waiting, entry);
    this.#entries.set(slot, { ...stored, waiting: isMine ? mine.waiting : entry.waiting });
    if (isMine) this.#keep(slot, mine);
    this.dispatchEvent(new CustomEvent('change', { detail: slot }));
  }

  #isNews(slot, waiting, entry) {
    if (entry.waiting) return waiting.revision > entry.waiting.revision;
    return waiting.revision > entry.revision || !this.same(slot, waiting.value, entry.value);
  }
}
