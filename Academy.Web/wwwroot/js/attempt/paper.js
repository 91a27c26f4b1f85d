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

  onChoice(listener) {
    this.form.addEventListener('change', event => {
      const slot = Number(event.target.closest('.question')?.dataset.slot);
      if (slot) listener(this.question(slot));
    });
  }
}

class Question {
  #inputs;
  #several;

  constructor(element) {
    this.element = element;
    this.slot = Number(element.dataset.slot);
    this.#several = element.dataset.type === 'multiple-choice';
    this.#inputs = [...element.querySelectorAll(`[name="slot-${this.slot}"]`)];
    this.stored = this.#valueOf(this.#inputs.filter(input => input.defaultChecked));
  }

  get value() {
    return this.#valueOf(this.#inputs.filter(input => input.checked));
  }

  set value(value) {
    const chosen = [value].flat();
    this.#inputs.forEach(input => { input.checked = chosen.includes(input.value); });
  }

  get stem() {
    return this.element.querySelector('.stem').textContent.trim();
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
    const input = this.#inputs[index];
    input?.focus();
    input?.click();
    return input !== undefined;
  }

  /** The options of a value as people see them: letter and text. */
  describe(value) {
    const chosen = [value].flat();
    return this.#inputs
      .filter(input => chosen.includes(input.value))
      .map(input => input.closest('.option'))
      .map(option => ['.option-key', '.option-text'].map(part => option.querySelector(part).textContent.trim()).join(' '));
  }

  #valueOf(inputs) {
    if (inputs.length === 0) return null;
    return this.#several ? inputs.map(input => input.value) : inputs[0].value;
  }
}
