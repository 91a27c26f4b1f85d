export const storeOf = (attempt, area) => new Store(`academy/attempt-${attempt}/`, area);

/** What this browser keeps under one prefix. One key per thing, so that tabs do not overwrite each other. */
export class Store extends EventTarget {
  #prefix; #area;
  #unwritten = new Map();

  constructor(prefix, area = 'localStorage') {
    super();
    [this.#prefix, this.#area] = [prefix, area];
    addEventListener('storage', event => this.#changedElsewhere(event.key));
  }

  /** Numbers of attempts may come again when a database is made anew; what another attempt left is not ours. */
  belongTo(start) {
    if (this.read('start') === start) return;
    this.clear();
    this.write('start', start);
  }

  read(name) {
    if (this.#unwritten.has(name)) return this.#unwritten.get(name);
    try {
      return JSON.parse(window[this.#area].getItem(this.#prefix + name));
    } catch {
      return null;
    }
  }

  /** A full or forbidden storage must not stop the exam: the page then remembers by itself. */
  write(name, value) {
    try {
      window[this.#area].setItem(this.#prefix + name, JSON.stringify(value));
      this.#unwritten.delete(name);
    } catch {
      this.#unwritten.set(name, value);
    }
  }

  remove(name) {
    this.#unwritten.delete(name);
    try {
      window[this.#area].removeItem(this.#prefix + name);
    } catch {
      return;
    }
  }

  clear() {
    this.#unwritten.clear();
    const area = window[this.#area];
    Object.keys(area).filter(key => key.startsWith(this.#prefix)).forEach(key => area.removeItem(key));
  }

  #changedElsewhere(key) {
    if (!key?.startsWith(this.#prefix)) return;
    this.dispatchEvent(new CustomEvent('change', { detail: key.slice(this.#prefix.length) }));
  }
}
