import { put, say } from './texts.js';

const COLUMNS = 5;
const MOVES = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS, Home: -Infinity, End: Infinity };

/** The numbered cells, beside the question and again in the hand-in sheet. */
export class Navigator {
  #paper; #desk; #outbox; #flags;

  constructor(paper, desk, outbox, flags) {
    [this.#paper, this.#desk, this.#outbox, this.#flags] = [paper, desk, outbox, flags];
    for (const source of [desk, outbox, flags]) source.addEventListener('change', () => this.show());
    document.querySelectorAll('.cells').forEach(cells => this.#listen(cells));
  }

  show() {
    document.querySelectorAll('.cell').forEach(cell => this.#showCell(cell));
    this.#showCount('navigator-title', 'answered');
    this.#showCount('hand-in-title', 'answeredOpen');
    const waits = this.#outbox.waiting.some(slot => this.#outbox.state(slot) === 'waiting');
    document.querySelectorAll('.legend .waiting').forEach(element => { element.hidden = !waits; });
  }

  #showCount(id, key) {
    const open = this.#paper.open.length;
    const answered = this.#paper.questions.length - open;
    put(document.getElementById(id), open === 0 ? say('allAnswered', answered) : say(key, answered, open));
  }

  #showCell(cell) {
    const slot = Number(cell.dataset.slot);
    const here = slot === this.#desk.current.slot;
    const state = this.#outbox.state(slot);
    const flagged = this.#flags.has(slot);
    cell.dataset.state = state;
    cell.classList.toggle('flagged', flagged);
    cell.tabIndex = here ? 0 : -1;
    cell.ariaCurrent = here ? 'true' : null;
    cell.ariaLabel = [say('question', slot), say(state), ...flagged ? [say('flagged')] : []].join(say('comma'));
  }

  #listen(cells) {
    cells.addEventListener('keydown', event => this.#move(event, [...cells.querySelectorAll('.cell')]));
    cells.addEventListener('click', event => {
      const cell = event.target.closest('.cell');
      if (!cell) return;
      event.preventDefault();
      cell.closest('dialog')?.close();
      this.#desk.go(this.#paper.question(Number(cell.dataset.slot)));
    });
  }

  #move(event, cells) {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const from = cells.indexOf(event.target.closest('.cell'));
    const to = Number.isFinite(by) ? from + by : (by < 0 ? 0 : cells.length - 1);
    cells[to]?.focus();
  }
}
