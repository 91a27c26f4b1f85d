import { put } from '../attempt/texts.js';

const HUNDREDTHS = 100;

/** The lines of a score sheet as the page shows them, and what they come to as they stand. */
export class Fields extends EventTarget {
  #form; #rows; #void;

  constructor(form) {
    super();
    this.#form = form;
    this.#rows = [...form.querySelectorAll('[data-item]')].map(row => new Row(row));
    this.#void = form.elements.Void;
    form.addEventListener('input', () => this.#changed());
    form.addEventListener('click', event => this.#step(event.target.closest('[data-by]')));
    form.querySelectorAll('[data-by]').forEach(button => { button.hidden = false; });
    this.show();
  }

  get values() {
    const figures = Object.fromEntries(this.#rows.filter(row => row.isFilled).map(row => [row.key, row.figure]));
    return { figures, void: this.#void?.value || null };
  }

  set values({ figures, void: reason }) {
    this.#rows.forEach(row => { row.figure = figures[row.key]; });
    if (this.#void) this.#void.value = reason ?? '';
    this.show();
  }

  show() {
    const place = document.getElementById('score');
    const isVoid = Boolean(this.#void?.value);
    const [sum, score] = isVoid ? ['', undefined] : this.#total();
    this.#rows.forEach(row => row.show());
    put(document.getElementById('sum'), sum);
    put(place, isVoid ? place.dataset.void : this.#said(score, place.dataset.unit));
  }

  #said(score, unit) {
    return score === undefined ? '–' : `${score} ${unit}`;
  }

  #total() {
    return this.#form.dataset.rubric === 'true' ? ['', this.#points()] : this.#notes();
  }

  #notes() {
    const counts = this.#rows.filter(row => row.kind === 'count');
    const counted = counts.reduce((sum, row) => sum + row.figure * row.worth, 0);
    const off = this.#rows.filter(row => row.kind === 'deduction').reduce((sum, row) => sum + row.figure * this.#costOf(row, counts), 0);
    return [off > 0 ? `${counted} − ${off} =` : '', Math.max(0, counted - off)];
  }

  #costOf(row, counts) {
    return row.voids ? counts.find(count => count.key === row.voids).worth : row.worth;
  }

  #points() {
    if (!this.#rows.every(row => row.isFilled)) return undefined;
    const hundredths = this.#rows.reduce((sum, row) => sum + row.figure * row.weight / row.most, 0);
    return Math.floor(hundredths + 0.5 + 1e-9) / HUNDREDTHS;
  }

  #step(button) {
    if (!button) return;
    this.#rows.find(row => row.holds(button)).add(Number(button.dataset.by));
    this.#changed();
  }

  #changed() {
    this.show();
    this.dispatchEvent(new Event('change'));
  }
}

class Row {
  #element; #input; #less; #more;

  constructor(element) {
    this.#element = element;
    this.#input = element.querySelector('input');
    [this.#less, this.#more] = element.querySelectorAll('[data-by]');
    const { item, kind, worth, voids, weight, most } = element.dataset;
    [this.key, this.kind, this.voids] = [item, kind, voids];
    [this.worth, this.weight, this.most] = [worth, weight, most].map(Number);
  }

  get isFilled() {
    return this.#input.value !== '';
  }

  /** Points in hundredths, counts as they are. */
  get figure() {
    return Math.round(Number(this.#input.value) * this.#whole);
  }

  set figure(figure) {
    this.#input.value = figure === undefined ? '' : String(figure / this.#whole);
  }

  get #whole() {
    return this.kind === 'criterion' ? HUNDREDTHS : 1;
  }

  holds(button) {
    return this.#element.contains(button);
  }

  /** The first step up of points that are not filled in is to the most: judges take off from there. */
  add(by) {
    const from = this.kind === 'criterion' && !this.isFilled ? this.most - by : Number(this.#input.value);
    this.#input.value = String(Math.min(this.most, Math.max(0, Math.round((from + by) * 10) / 10)));
  }

  show() {
    const value = Number(this.#input.value);
    this.#less.disabled = this.#input.disabled || (value <= 0 && (this.isFilled || this.kind !== 'criterion'));
    this.#more.disabled = this.#input.disabled || (this.isFilled && value >= this.most);
  }
}
