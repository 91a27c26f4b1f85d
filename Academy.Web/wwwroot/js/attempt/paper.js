import { Choices } from './choices.js';
import { Fields, Text } from './fields.js';
import { Order } from './order.js';

const SHAPES = {
  choice: (element, name) => new Choices(element, name, false),
  choices: (element, name) => new Choices(element, name, true),
  order: (element, name) => new Order(element, name),
  text: (element, name) => new Text(element, name),
  fields: (element, name) => new Fields(element, name),
};

/** The form and its questions. */
export class Paper {
  constructor(form) {
    this.form = form;
    this.attempt = form.dataset.attempt;
    this.questions = [...form.querySelectorAll('.question')].map(element => new Question(element));
  }

  question(slot) {
    return this.questions.find(question => question.slot === slot);
  }

  get open() {
    return this.questions.filter(question => question.value === null);
  }

  /** What a form would send of a question, but for its revision. */
  fieldsOf(slot) {
    return [...new FormData(this.form)].filter(([name]) => name === `slot-${slot}` || name.startsWith(`slot-${slot}-`));
  }

  /** Tells of each change; while somebody types, also of each key, as not yet done. */
  onChoice(listener) {
    this.form.addEventListener('change', event => this.#tell(event, listener, true));
    this.form.addEventListener('input', event => {
      if (isTyped(event.target)) this.#tell(event, listener, false);
    });
  }

  #tell(event, listener, done) {
    const slot = Number(event.target.closest('.question')?.dataset.slot);
    if (slot) listener(this.question(slot), done);
  }
}

const isTyped = field => field.matches('textarea, input:not([type="radio"], [type="checkbox"], [type="hidden"])');

class Question {
  #answer;

  constructor(element) {
    this.element = element;
    this.slot = Number(element.dataset.slot);
    this.isOrdered = element.dataset.shape === 'order';
    this.#answer = SHAPES[element.dataset.shape](element, `slot-${this.slot}`);
    this.stored = this.#answer.stored;
    this.#count();
    element.addEventListener('input', () => this.#count());
  }

  get value() {
    return this.#answer.value;
  }

  set value(value) {
    this.#answer.value = value;
    this.#count();
  }

  /** Of a stem with gaps its words, with a line for each gap. */
  get stem() {
    const stem = this.element.querySelector('.stem').cloneNode(true);
    stem.querySelectorAll('.gap').forEach(gap => gap.replaceWith('____'));
    return stem.textContent.trim();
  }

  get revision() {
    return Number(this.element.dataset.revision);
  }

  set revision(revision) {
    this.element.dataset.revision = revision;
    this.element.querySelector(`[name="revision-${this.slot}"]`).value = revision;
  }

  /** Chooses an option by its place; false when there is none. */
  pick(index) {
    return this.#answer.pick?.(index) ?? false;
  }

  /** A value as people see it, in lines. */
  describe(value) {
    return this.#answer.describe(value);
  }

  #count() {
    const count = this.element.querySelector('.writing .count');
    if (count) count.textContent = this.element.querySelector('textarea').value.length;
  }
}
