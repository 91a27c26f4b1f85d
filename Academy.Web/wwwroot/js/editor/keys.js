/** Enter goes to the next row, Alt and Enter tick the row as right, Ctrl and Enter save and go on to the next question. */
export class Keys {
  #form; #rows;

  constructor(form, rows) {
    [this.#form, this.#rows] = [form, rows];
    form.addEventListener('keydown', event => { if (event.key === 'Enter' && !event.isComposing && this.#press(event)) event.preventDefault(); });
  }

  #press(event) {
    if (event.ctrlKey || event.metaKey) return this.#saveAndNext();
    const row = event.target.closest('[data-row]');
    if (event.altKey) return this.#tick(row);
    if (!event.target.matches('input:not([type=file])')) return false;
    if (row && event.target.type !== 'checkbox') this.#rows.next(row);
    // A form that is half written is not saved by a stray key.
    return true;
  }

  #saveAndNext() {
    (this.#form.querySelector('button[value=next]') ?? this.#form.querySelector('.save .button')).click();
    return true;
  }

  #tick(row) {
    const box = row?.querySelector('.tick input');
    box?.click();
    return Boolean(box);
  }
}
