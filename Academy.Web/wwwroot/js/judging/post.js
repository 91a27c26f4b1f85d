import { Line } from '../attempt/line.js';

const REST_MS = 300;
const SLOW_MS = 400;

/**
 * Sends the sheet as it stands, all of it, and goes on trying while the line is down; what waits is kept on this machine. Every change
 * of its state is a `change` event: `saved`, `saving`, `waiting`, `conflict`, `refused` or `signed-out`.
 */
export class Post extends EventTarget {
  state = 'saved';
  savedAt;
  stored;
  #address; #session; #safe; #revision; #waiting; #run; #rest;
  #line = new Line();

  constructor(address, session, safe, revision) {
    super();
    [this.#address, this.#session, this.#safe, this.#revision] = [address, session, safe, revision];
    this.#line.addEventListener('retry', () => this.send());
  }

  get revision() {
    return this.#revision;
  }

  get isWaiting() {
    return this.#waiting !== undefined;
  }

  /** What a page before this one has left waiting on this machine. */
  async takeUp() {
    const kept = (await this.#safe.open(['sheet'])).get('sheet');
    if (!kept) return undefined;
    this.#waiting = kept;
    this.send();
    return kept;
  }

  /** Keeps a change at once, and sends it after a pause. */
  change(values) {
    this.#revision = Math.max(this.#revision, this.#waiting?.revision ?? 0, this.stored?.revision ?? 0) + 1;
    this.#waiting = { revision: this.#revision, ...values };
    this.#safe.keep('sheet', this.#waiting);
    if (this.state === 'conflict') return;
    if (this.state === 'refused') this.#is('saved');
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => { if (!this.#line.isPausing) this.send(); }, REST_MS);
  }

  /** True when nothing waits any more. */
  async flush() {
    clearTimeout(this.#rest);
    this.#line.forgetPause();
    await this.send();
    return !this.isWaiting;
  }

  keepMine(values) {
    this.#is('saved');
    this.change(values);
    return this.flush();
  }

  takeStored() {
    this.#revision = this.stored.revision;
    this.#saved();
    this.#is('saved');
  }

  send() {
    this.#run ??= this.#work().finally(() => { this.#run = undefined; });
    return this.#run;
  }

  async #work() {
    const slow = setTimeout(() => this.#is('saving'), SLOW_MS);
    while (this.#waiting && this.state !== 'conflict' && await this.#sendOnce(this.#waiting));
    clearTimeout(slow);
    if (this.state === 'saving') this.#is('saved');
  }

  async #sendOnce(sent) {
    try {
      return await this.#answered(sent, await this.#session.put(this.#address, sent));
    } catch {
      return this.#failed('lost', 'waiting');
    }
  }

  async #answered(sent, response) {
    if (response.ok) return this.#taken(sent, await response.json());
    if (response.status === 409) return this.#overtaken(sent, await response.json());
    if (response.type === 'opaqueredirect' || response.status === 401) return this.#failed('signed-out', 'signed-out');
    if (response.status === 400 || response.status === 404) return this.#refused();
    return this.#failed('trouble', 'waiting');
  }

  #taken(sent, { savedAt }) {
    this.savedAt = savedAt;
    this.#line.worked();
    if (this.#waiting === sent) this.#saved();
    this.#is('saved');
    return true;
  }

  /** What is stored and the same as here is saved; what is another is for the judge to say. What is closed is shown as it is. */
  #overtaken(sent, { reason, ...stored }) {
    this.#line.worked();
    if (reason !== 'overtaken') {
      this.#saved();
      this.dispatchEvent(new Event('closed'));
      return false;
    }
    this.stored = stored;
    this.#revision = Math.max(this.#revision, stored.revision);
    if (same(stored, sent)) this.takeStored();
    else this.#is('conflict');
    return this.state !== 'conflict';
  }

  #refused() {
    this.#line.worked();
    this.#is('refused');
    return false;
  }

  #failed(line, state) {
    this.#line.failed(line);
    this.#is(state);
    return false;
  }

  #saved() {
    this.#waiting = undefined;
    this.#safe.drop('sheet');
  }

  #is(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

function same(one, other) {
  return text(one) === text(other);
}

function text({ figures, void: reason }) {
  return JSON.stringify([Object.entries(figures).sort(), reason ?? null]);
}
