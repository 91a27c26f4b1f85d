import { deliver } from './delivery.js';
import { Line } from './line.js';

const SLOW_MS = 400;
const REST_MS = 800;

/** Sends waiting answers one after the other and goes on trying. Every change of its state is a `change` event. */
export class Outbox extends EventTarget {
  slow = false;
  savedAt;
  held = new Map();
  #line = new Line();
  #attempt; #answers; #session; #run; #typing = new Map();

  constructor(attempt, answers, session, savedAt) {
    super();
    [this.#attempt, this.#answers, this.#session] = [attempt, answers, session];
    this.savedAt = savedAt;
    answers.addEventListener('change', event => this.#changedElsewhere(event.detail));
    this.#line.addEventListener('change', () => this.#changed());
    this.#line.addEventListener('retry', () => this.#start());
    this.#start();
  }

  get line() {
    return this.#line.state;
  }

  get waiting() {
    return this.#answers.waiting;
  }

  /** The revision that the waiting answer of a slot would become. */
  revision(slot) {
    return this.#answers.of(slot).waiting.revision;
  }

  /** saved, waiting or open. An answer on its way for less than a moment still looks as it did before. */
  state(slot) {
    const { value, waiting } = this.#answers.of(slot);
    if (waiting && (this.slow || !this.#line.isUp || this.held.has(slot) || waiting.insists)) return 'waiting';
    return value === null ? 'open' : 'saved';
  }

  /** What is being typed waits for a pause before it is sent; it is kept on this machine with every key. */
  choose(slot, value, done = true) {
    if (!this.#answers.same(slot, value, this.#answers.value(slot))) this.#answers.choose(slot, value);
    else if (!this.isTyping(slot)) return;
    clearTimeout(this.#typing.get(slot));
    this.#typing.delete(slot);
    if (!done) this.#typing.set(slot, setTimeout(() => this.#rest(slot), REST_MS));
    this.#release(slot);
  }

  isTyping(slot) {
    return slot === undefined ? this.#typing.size > 0 : this.#typing.has(slot);
  }

  keepMine(slot) {
    this.#answers.keepMine(slot);
    this.#release(slot);
  }

  takeStored(slot) {
    this.#answers.takeStored(slot);
    this.#release(slot);
  }

  /** Resolves when everything is saved or this try has failed. */
  retryNow() {
    this.#line.forgetPause();
    this.#typing.forEach(clearTimeout);
    this.#typing.clear();
    return this.#start();
  }

  /** True when all that can be sent is saved; what is held waits for the person. */
  async flush() {
    await this.retryNow();
    return this.#line.isUp && this.#sendable.length === 0;
  }

  /** Asks the server how things stand; only the page itself can tell when there is nothing to send. */
  async ask() {
    const { line, remainingSeconds } = await this.#session.refresh();
    if (line === 'over') return this.#over();
    if (line !== 'up') return this.#failed(line);
    return this.#worked(remainingSeconds);
  }

  get #sendable() {
    return this.waiting.filter(slot => !this.held.has(slot) && !this.isTyping(slot));
  }

  #start() {
    if (this.line === 'over') return Promise.resolve();
    this.#run ??= this.#work().finally(() => {
      this.#run = undefined;
      if (this.#line.isUp && this.#sendable.length > 0) this.#start();
    });
    return this.#run;
  }

  async #work() {
    const timer = setTimeout(() => this.#isSlow(true), SLOW_MS);
    await inTurn(`academy/attempt-${this.#attempt}`, () => this.#sendAll());
    clearTimeout(timer);
    if (this.slow) this.#isSlow(false);
  }

  async #sendAll() {
    const mustAsk = this.line === 'signed-out' || (!this.#line.isUp && this.#sendable.length === 0);
    let open = !mustAsk || await this.ask();
    while (open && this.#sendable.length > 0) open = await this.#send(this.#sendable[0]);
  }

  async #send(slot) {
    const entry = this.#answers.takeToSend(slot);
    const outcome = await deliver(this.#session, this.#attempt, slot, entry);
    switch (outcome.kind) {
      case 'saved': return this.#saved(slot, entry, outcome);
      case 'over': return this.#over();
      case 'overtaken': return this.#overtaken(slot, outcome);
      case 'invalid':
      case 'missing': return this.#hold(slot, outcome.kind);
      default: return this.#failed(outcome.kind);
    }
  }

  #saved(slot, entry, { savedAt, remainingSeconds }) {
    this.#answers.saved(slot, entry, savedAt);
    this.savedAt = savedAt;
    return this.#worked(remainingSeconds);
  }

  #overtaken(slot, { revision, value }) {
    this.#answers.overtaken(slot, revision, value);
    if (!this.#answers.same(slot, value, this.#answers.value(slot))) return this.#hold(slot, 'conflict');
    this.#answers.takeStored(slot);
    return this.#worked();
  }

  #hold(slot, reason) {
    this.held.set(slot, { reason, about: this.#answers.of(slot).waiting?.revision });
    return this.#worked();
  }

  #rest(slot) {
    this.#typing.delete(slot);
    this.#release(slot);
  }

  #release(slot) {
    this.held.delete(slot);
    if (!this.#line.isPausing) this.#start();
    this.#changed(slot);
  }

  #worked(remainingSeconds) {
    if (remainingSeconds !== undefined) this.dispatchEvent(new CustomEvent('remaining', { detail: remainingSeconds }));
    this.#line.worked();
    return true;
  }

  #failed(line) {
    this.#line.failed(line);
    return false;
  }

  #over() {
    this.#line.end();
    this.dispatchEvent(new Event('over'));
    return false;
  }

  #isSlow(slow) {
    this.slow = slow;
    this.#changed();
  }

  #changedElsewhere(slot) {
    const { waiting, savedAt } = this.#answers.of(slot);
    if (savedAt > this.savedAt) this.savedAt = savedAt;
    if (waiting?.revision !== this.held.get(slot)?.about) this.held.delete(slot);
    if (!this.#line.isPausing) this.#start();
    this.#changed(slot);
  }

  #changed(slot) {
    this.dispatchEvent(new CustomEvent('change', { detail: slot }));
  }
}

/** One tab sends at a time where the browser has locks; elsewhere the server takes a second sending as a repeat. */
function inTurn(name, work) {
  return navigator.locks ? navigator.locks.request(name, work) : work();
}
