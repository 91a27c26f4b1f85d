import { put, say } from './texts.js';

/** Items that are put in order with arrows. The shown order is an answer once something was moved, or somebody says that it is one. */
export class Order {
  #list;
  #name;
  #said;
  #keep;

  constructor(element, name) {
    this.#name = name;
    this.#list = element.querySelector('.order');
    this.#said = element.querySelector('.order-said');
    element.querySelectorAll('.order-rank').forEach(rank => rank.remove());
    this.#keep = element.querySelector('.order-keep button');
    this.#keep.addEventListener('click', () => this.#keepAsShown());
    this.#list.addEventListener('click', event => this.#move(event.target.closest('[data-move]')));
    this.stored = this.value;
    this.#show();
  }

  get value() {
    const inputs = this.#items.map(item => this.#inputOf(item));
    return inputs.some(input => input.disabled) ? null : inputs.map(input => input.value);
  }

  set value(value) {
    const shown = this.#items.map(item => this.#inputOf(item).value);
    const order = value?.every(key => shown.includes(key)) ? value : shown;
    if (!order.every((key, index) => shown[index] === key)) order.forEach(key => this.#list.append(this.#itemOf(key)));
    this.#answer(order === value);
    this.#show();
  }

  describe(value) {
    return (value ?? []).map((key, index) => `${index + 1} ${textOf(this.#itemOf(key))}`);
  }

  get #items() {
    return [...this.#list.children];
  }

  #inputOf(item) {
    return item.querySelector(`[name="${this.#name}"]`);
  }

  #itemOf(key) {
    return this.#items.find(item => this.#inputOf(item).value === key);
  }

  /** The button keeps the focus, so that one can go on pressing. */
  #move(button) {
    if (!button || button.ariaDisabled === 'true') return;
    const item = button.closest('.order-item');
    const by = Number(button.dataset.move);
    if (by < 0) item.previousElementSibling.before(item);
    else item.nextElementSibling.after(item);
    this.#answer(true);
    this.#show();
    button.focus();
    put(this.#said, say('moved', textOf(item), this.#items.indexOf(item) + 1));
    button.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #keepAsShown() {
    if (this.value !== null) return;
    this.#answer(true);
    this.#show();
    put(this.#said, say('orderKept'));
    this.#keep.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #answer(isAnswered) {
    this.#items.forEach(item => { this.#inputOf(item).disabled = !isAnswered; });
    this.#list.classList.toggle('answered', isAnswered);
    this.#keep.ariaPressed = isAnswered;
  }

  #show() {
    const items = this.#items;
    items.forEach((item, index) => {
      item.querySelector('.order-place').textContent = index + 1;
      item.querySelector('[data-move="-1"]').ariaDisabled = index === 0;
      item.querySelector('[data-move="1"]').ariaDisabled = index === items.length - 1;
    });
    this.#list.classList.toggle('answered', this.value !== null);
  }
}

const textOf = item => item.querySelector('.order-text').textContent.trim();
