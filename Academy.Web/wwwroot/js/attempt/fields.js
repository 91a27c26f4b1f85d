/** One place to type or choose in: what is empty is null, and blanks around a text mean nothing. */
const filled = text => (text.trim() === '' ? null : text);

/** Sets a field only when it says something else, so that the caret stays where it is. */
function fill(field, text) {
  if (filled(field.value)?.trim() !== filled(text ?? '')?.trim()) field.value = text ?? '';
}

const storedIn = field => (field.matches('select') ? field.querySelector('option[selected]')?.value ?? '' : field.defaultValue);

const saidBy = (field, text) => (field.matches('select') ? [...field.options].find(option => option.value === text)?.textContent ?? text : text);

/** A question with one text, number or short list to choose from. */
export class Text {
  #field;

  constructor(element, name) {
    this.#field = element.querySelector(`[name="${name}"]`);
  }

  get stored() {
    return filled(storedIn(this.#field));
  }

  get value() {
    return filled(this.#field.value);
  }

  set value(value) {
    fill(this.#field, value);
  }

  describe(value) {
    return value === null ? [] : [saidBy(this.#field, value)];
  }
}

/** Several places of one question: gaps, or rows to match. */
export class Fields {
  #fields;

  constructor(element, name) {
    this.#fields = [...element.querySelectorAll(`[name^="${name}-"]`)];
  }

  get stored() {
    return this.#gather(storedIn);
  }

  get value() {
    return this.#gather(field => field.value);
  }

  set value(value) {
    this.#fields.forEach(field => fill(field, value?.[field.name]));
  }

  describe(value) {
    return this.#fields.filter(field => value?.[field.name]).map(field => `${this.#label(field)} ${saidBy(field, value[field.name])}`);
  }

  #gather(textOf) {
    const entries = this.#fields.map(field => [field.name, filled(textOf(field))]).filter(([, text]) => text !== null);
    return entries.length === 0 ? null : Object.fromEntries(entries);
  }

  #label(field) {
    return `${(field.ariaLabel ?? field.labels[0]?.textContent ?? '').trim()}:`;
  }
}
