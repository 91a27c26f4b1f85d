/** Single keys: A-F or 1-6 choose, Enter goes on, F flags where there is no sixth option. They can be turned off. */
export class Keys {
  #desk; #flags; #preferences;
  #help = document.getElementById('keys');

  constructor(desk, flags, preferences) {
    [this.#desk, this.#flags, this.#preferences] = [desk, flags, preferences];
    this.#show(preferences.read('keys') ?? true);
    this.#help.addEventListener('click', event => { if (event.target.closest('button')) this.#switch(); });
    document.addEventListener('keydown', event => this.#press(event));
  }

  #switch() {
    this.#show(!this.on);
    this.#preferences.write('keys', this.on);
    this.#help.querySelector(this.on ? '.turn-off' : '.turn-on').focus();
  }

  #show(on) {
    this.on = on;
    this.#help.classList.toggle('off', !on);
  }

  #press(event) {
    if (event.key === 'Enter' && event.target.matches('.option input')) event.preventDefault();
    if (this.on && !isMeantElsewhere(event) && this.#act(event)) event.preventDefault();
  }

  #act(event) {
    if (event.key === 'Enter') return !event.target.closest('a, button, summary') && this.#goOn();
    const name = nameOf(event);
    return this.#desk.current.pick(indexOf(name)) || (name === 'F' && this.#flag());
  }

  #goOn() {
    this.#desk.step(1);
    return true;
  }

  #flag() {
    this.#flags.toggle(this.#desk.current.slot);
    return true;
  }
}

function isMeantElsewhere(event) {
  return event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing
    || document.querySelector('dialog[open]') !== null
    || event.target.matches('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])');
}

/** A Chinese input method may report every key as "Process"; the place on the keyboard still tells. */
function nameOf({ key, code }) {
  return key === 'Process' ? code.replace(/^(Key|Digit|Numpad)/, '') : key.toUpperCase();
}

function indexOf(name) {
  return Math.max(['A', 'B', 'C', 'D', 'E', 'F'].indexOf(name), ['1', '2', '3', '4', '5', '6'].indexOf(name));
}
