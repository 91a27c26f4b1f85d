const PATIENCE_MS = 8000;
const LONGEST_KEPT_ALIVE = 20000;

/** The signed-in session behind the page: it holds the antiforgery token and knows whether the server can be reached. */
export class Session {
  #form;

  constructor(form) {
    this.#form = form;
  }

  /** A token dies with the session it came from, so a 400 is asked again once with a fresh one. */
  async put(address, body) {
    const response = await this.#put(address, body);
    if (response.status !== 400 || (await this.refresh()).line !== 'up') return response;
    return this.#put(address, body);
  }

  /** Asks for the page again: `line` is up, lost, trouble, signed-out or over. */
  refresh() {
    return this.#ask(location.pathname, { cache: 'no-store' });
  }

  /**
   * Hands in what is saved, with fields that are not; `line` is over when it was taken. A stale token brings the page back, and one
   * more try.
   */
  async submit(unsaved = []) {
    const first = await this.#submit(unsaved);
    return first.line === 'stale' && (await this.refresh()).line === 'up' ? this.#submit(unsaved) : first;
  }

  #submit(unsaved) {
    const body = new URLSearchParams([[this.#token.name, this.#token.value], ...unsaved]);
    return this.#ask(`${location.pathname}/submit`, { method: 'POST', body });
  }

  async #ask(address, options) {
    try {
      const response = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
      if (response.status >= 500 || response.status === 413) return { line: 'trouble' };
      return response.status === 400 ? { line: 'stale' } : this.#read(response.url, await response.text());
    } catch {
      return { line: 'lost' };
    }
  }

  /** Browsers keep no more than 64 KB alive for a page that is left. */
  #put(address, content) {
    const body = JSON.stringify(content);
    return fetch(address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.#token.value },
      body,
      redirect: 'manual',
      keepalive: body.length < LONGEST_KEPT_ALIVE,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }

  #read(address, html) {
    if (new URL(address).pathname === `${location.pathname}/result`) return { line: 'over' };
    const form = new DOMParser().parseFromString(html, 'text/html').getElementById(this.#form.id);
    if (!form) return { line: 'signed-out' };
    this.#token.value = tokenOf(form).value;
    return { line: 'up', remainingSeconds: Number(form.dataset.remaining) };
  }

  get #token() {
    return tokenOf(this.#form);
  }
}

function tokenOf(form) {
  return form.querySelector('[name="__RequestVerificationToken"]');
}
