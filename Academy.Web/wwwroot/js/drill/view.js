import { put, say } from '../attempt/texts.js';

const byId = id => document.getElementById(id);

/** With the commas of an amount, as on the slip: 91837.0 becomes 91,837.0. */
export function grouped(typed) {
  const [whole, ...fraction] = typed.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** A page of the book as it lies there, with the row to add marked, and what is being typed right under it. */
export class SlipView {
  #book; #desk; #shown = {};
  #rows = [...document.querySelectorAll('#slip .slip-row')];

  constructor(book, desk) {
    [this.#book, this.#desk] = [book, desk];
  }

  show() {
    const { task, field, place, entries, outcomes, typed } = this.#desk;
    this.#once('task', outcomes.length, () => this.#showTask(task, field.row));
    this.#once('page', field.page, () => this.#showPage(field));
    this.#once('steps', `${outcomes.length}/${place}/${entries}`, () => this.#showSteps(task, place, entries));
    put(byId('typed'), grouped(typed || (entries[place] ?? '')));
    byId('entry').classList.toggle('taken', typed === '' && entries[place] !== null);
  }

  #once(part, now, show) {
    if (this.#shown[part] === now) return;
    this.#shown[part] = now;
    show();
  }

  #showTask(task, row) {
    const [first, last] = [task[0].page, task.at(-1).page];
    put(byId('task-title'), say('task', this.#desk.outcomes.length + 1));
    put(byId('task-detail'), say('taskDetail', first, last, say(`row${row}`)));
    put(byId('first-page'), say('page', first));
    put(byId('last-page'), say('page', last));
    this.#rows.forEach((line, i) => line.classList.toggle('here', i + 1 === row));
    byId('steps').replaceChildren(...task.map(() => document.createElement('i')));
  }

  #showPage({ page, row }) {
    put(byId('page-number'), String(page));
    this.#rows.forEach((line, i) => put(line.querySelector('.amount'), this.#book[page - 1][i]));
    put(byId('entry-label'), say('entry', page, say(`row${row}`)));
  }

  #showSteps(task, place, entries) {
    [...byId('steps').children].forEach((cell, i) => {
      cell.className = i === place ? 'here' : entries[i] === null ? '' : 'done';
    });
    put(byId('steps-done'), say('steps', entries.filter(entry => entry !== null).length, task.length));
  }
}

/** The line to enter, between those before and behind it. */
export class LineView {
  #lines; #desk; #shown;
  #rows = [...document.querySelectorAll('#sheet .sheet-row')];

  constructor(lines, desk) {
    [this.#lines, this.#desk] = [lines, desk];
  }

  show() {
    const { outcomes, typed } = this.#desk;
    const here = outcomes.length;
    if (this.#shown !== here) {
      this.#shown = here;
      this.#rows.forEach((row, i) => put(row, spaced(this.#lines[here + i - 1])));
      put(byId('task-title'), say('line', here + 1));
      put(byId('entry-label'), say('line', here + 1));
    }
    put(byId('typed'), spaced({ ...this.#lines[here], keys: typed }));
  }
}

/** Numbers of accounts in groups of four, amounts with commas. */
function spaced(line) {
  if (!line) return '\u00A0';
  if (line.kind === 'Account') return line.keys.replace(/(.{4})(?=.)/g, '$1 ');
  return line.kind === 'Amount' ? grouped(line.keys) : line.keys;
}
