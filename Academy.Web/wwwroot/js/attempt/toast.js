/** One sentence at the bottom. The stylesheet lets it leave after six seconds, later while the pointer rests on it. */
export class Toast {
  #place = document.getElementById('toast');

  constructor() {
    this.#place.addEventListener('animationend', () => this.#hide());
  }

  show(text) {
    const toast = this.#fresh();
    toast.querySelector('.words').textContent = text;
    toast.hidden = false;
  }

  /** A new copy starts its six seconds anew. */
  #fresh() {
    const toast = this.#place.firstElementChild.cloneNode(true);
    this.#place.replaceChildren(toast);
    return toast;
  }

  #hide() {
    this.#place.firstElementChild.hidden = true;
  }
}
