/** How many characters what is typed may be ahead of the passage or behind it. */
const REACH = 200;
const BEYOND = 0x7fff;

/**
 * What is typed, laid beside the beginning of a passage that it differs least from, as the server does it (Alignment.cs): a row for
 * each character, the fewest differences from every beginning that is near. To take a character back is to take its row away.
 */
export class Alignment {
  #expected; #alike; #typed = []; #rows;

  constructor(expected) {
    this.#expected = expected;
    this.#alike = [...expected].map(opening);
    this.#rows = [blank().map((_, at) => at < REACH ? BEYOND : at - REACH)];
  }

  get length() {
    return this.#typed.length;
  }

  type(character) {
    this.#typed.push(opening(character));
    const [row, above, here] = [this.#typed.length, this.#rows.at(-1), blank()];
    for (let column = Math.max(0, row - REACH); column <= Math.min(this.#alike.length, row + REACH); column++) {
      const at = column - row + REACH;
      here[at] = column === 0 ? row : Math.min(
        above[at] + this.#cost(row, column), 1 + (at > 0 ? here[at - 1] : BEYOND), 1 + (at < 2 * REACH ? above[at + 1] : BEYOND));
    }
    this.#rows.push(here);
  }

  erase() {
    this.#typed.pop();
    this.#rows.pop();
  }

  /** What became of each character of the beginning, before which of them something extra was typed, and how many there are of each. */
  marks() {
    let [row, column] = [this.#typed.length, this.#nearest()];
    const found = { marks: new Array(column), extras: new Set(), reached: column, right: 0, wrong: 0, missing: 0, extra: 0 };
    const mark = kind => { found.marks[--column] = kind; found[kind]++; };
    while (row > 0 || column > 0) {
      const here = this.#at(row, column);
      if (row > 0 && column > 0 && this.#at(row - 1, column - 1) + this.#cost(row, column) === here) {
        mark(this.#cost(row, column) === 0 ? 'right' : 'wrong');
        row--;
      } else if (column > 0 && this.#at(row, column - 1) + 1 === here) mark('missing');
      else {
        found.extras.add(column);
        found.extra++;
        row--;
      }
    }
    return found;
  }

  #nearest() {
    const row = this.#typed.length;
    let nearest = Math.max(0, Math.min(this.#expected.length, row - REACH));
    for (let column = nearest; column <= Math.min(this.#expected.length, row + REACH); column++)
      if (this.#at(row, column) <= this.#at(row, nearest)) nearest = column;
    return nearest;
  }

  #at(row, column) {
    return Math.abs(row - column) > REACH ? BEYOND : this.#rows[row][column - row + REACH];
  }

  #cost(row, column) {
    return this.#alike[column - 1] === this.#typed[row - 1] ? 0 : 1;
  }
}

const blank = () => new Uint16Array(2 * REACH + 1).fill(BEYOND);

/** An input method opens and closes quotes by turns of its own, so either of two is as good as the other. */
const opening = quote => ({ '”': '“', '’': '‘' })[quote] ?? quote;
