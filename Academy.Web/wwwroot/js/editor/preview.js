const PAUSE = 700;

/** Shows the question as employees will see it, and what is worth a thought, soon after the typing stops. */
export class Preview {
  #form; #timer; #request;

  constructor(form) {
    this.#form = form;
    form.addEventListener('input', () => this.#soon());
    form.addEventListener('click', event => {
      if (!event.target.closest('button[value=preview]')) return;
      event.preventDefault();
      this.#show();
    });
    if (form.querySelector('textarea').value) this.#show();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), PAUSE);
  }

  async #show() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = new AbortController();
    const fields = new FormData(this.#form);
    fields.delete('Media.File');
    fields.set('Then', 'preview');
    try {
      const answer = await fetch(location.href, { method: 'POST', body: fields, signal: this.#request.signal, redirect: 'error' });
      if (answer.ok) this.#take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      // The preview stays as it was; saving tells what is wrong.
    }
  }

  #take(page) {
    document.getElementById('preview').replaceChildren(...page.getElementById('preview').childNodes);
    for (const advice of document.querySelectorAll('.advice')) advice.replaceChildren(...(page.getElementById(advice.id)?.childNodes ?? []));
  }
}
