/** One question at a time. The current one is in the address, so a reload and a link lead back to it. */
export class Desk extends EventTarget {
  #paper;

  constructor(paper) {
    super();
    this.#paper = paper;
    addEventListener('hashchange', () => this.go(this.#addressed ?? this.current));
    document.getElementById('previous').addEventListener('click', () => this.step(-1));
    document.getElementById('next').addEventListener('click', () => this.step(1));
  }

  /** Begins where the address points, otherwise at the first question without an answer. */
  begin() {
    this.#show(this.#addressed ?? this.#paper.open[0] ?? this.#paper.questions[0]);
  }

  go(question) {
    this.#show(question);
    scrollTo({ top: 0 });
    question.element.focus({ preventScroll: true });
  }

  step(by) {
    const next = this.#paper.questions[this.#index + by];
    if (next) this.go(next);
    else if (by > 0) this.dispatchEvent(new Event('end'));
  }

  get isLast() {
    return this.#index === this.#paper.questions.length - 1;
  }

  get isFirst() {
    return this.#index === 0;
  }

  get #index() {
    return this.#paper.questions.indexOf(this.current);
  }

  get #addressed() {
    return this.#paper.questions.find(question => `#${question.element.id}` === location.hash);
  }

  #show(question) {
    this.current?.element.classList.remove('here');
    this.current = question;
    question.element.classList.add('here');
    history.replaceState(null, '', `#${question.element.id}`);
    this.dispatchEvent(new Event('change'));
  }
}
