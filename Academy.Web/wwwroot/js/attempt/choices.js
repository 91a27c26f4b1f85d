/** Options of which one or several are chosen. */
export class Choices {
  #inputs;
  #several;

  constructor(element, name, several) {
    this.#several = several;
    this.#inputs = [...element.querySelectorAll(`[name="${name}"]`)];
  }

  get stored() {
    return this.#valueOf(this.#inputs.filter(input => input.defaultChecked));
  }

  get value() {
    return this.#valueOf(this.#inputs.filter(input => input.checked));
  }

  set value(value) {
    const chosen = [value].flat();
    this.#inputs.forEach(input => { input.checked = chosen.includes(input.value); });
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
