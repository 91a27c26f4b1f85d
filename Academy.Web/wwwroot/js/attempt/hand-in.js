import { list, put, say } from './texts.js';

/** The sheet before handing in: names the open questions, saves what waits, then submits. */
export class HandIn extends EventTarget {
  #dialog = document.getElementById('hand-in');
  #paper; #desk; #outbox; #session;

  constructor(paper, desk, outbox, session) {
    super();
    [this.#paper, this.#desk, this.#outbox, this.#session] = [paper, desk, outbox, session];
    document.querySelectorAll('[data-opens="hand-in"]').forEach(button => button.addEventListener('click', () => this.open()));
    desk.addEventListener('end', () => this.open());
    outbox.addEventListener('change', () => this.#goOnWhenSaved());
    this.#on('.go-open', () => this.#goToOpen());
    this.#on('.submit', button => this.#saveAndSubmit(button));
    this.#on('.wait', () => this.#wait());
    this.#on('.anyway', button => this.#submit(button, this.#unsaved()));
    this.#on('.close', () => this.#dialog.close());
    this.#dialog.addEventListener('close', () => { this.#dialog.dataset.stage = ''; });
    // The second half of a double press on the button that opens it is no wish to close it.
    this.#dialog.addEventListener('click', event => { if (event.target === this.#dialog && event.detail < 2) this.#dialog.close(); });
  }

  open() {
    const slots = this.#paper.open.map(question => question.slot);
    if (slots.length === 0) this.#stage('complete', say('allDone'));
    else this.#stage('open', say('stillOpen', list(slots)));
    this.#dialog.querySelector('.go-open').textContent = say('goTo', slots[0] ?? '');
    this.#dialog.showModal();
  }

  #on(selector, act) {
    this.#dialog.querySelectorAll(selector).forEach(button => button.addEventListener('click', () => {
      if (button.ariaBusy !== 'true') act(button);
    }));
  }

  #stage(stage, words) {
    this.#dialog.dataset.stage = stage;
    put(this.#dialog.querySelector('.sheet-note .words'), words);
  }

  #goToOpen() {
    const [question] = this.#paper.open;
    this.#dialog.close();
    this.#desk.go(question);
  }

  async #saveAndSubmit(button) {
    button.ariaBusy = 'true';
    await this.#outbox.flush();
    button.ariaBusy = 'false';
    const { waiting } = this.#outbox;
    if (!this.#dialog.open) return;
    if (waiting.length > 0) this.#stage('unsaved', say('cannotSave', list(waiting)));
    else await this.#submit(button);
  }

  /** What is held waits for a choice of the person, and the band says so. */
  #wait() {
    if (this.#outbox.held.size > 0) this.#dialog.close();
    else this.#stage('waiting', say('waitingToHandIn'));
  }

  #goOnWhenSaved() {
    const { line, waiting } = this.#outbox;
    if (this.#dialog.dataset.stage !== 'waiting' || line !== 'up' || waiting.length > 0) return;
    this.#stage('sending', say('handingIn'));
    this.#submit();
  }

  /** What waits goes along with the paper; what the server cannot take of it is left behind, as the person wished. */
  #unsaved() {
    const fields = this.#outbox.waiting.flatMap(slot =>
      [[`revision-${slot}`, this.#outbox.revision(slot) - 1], ...this.#paper.fieldsOf(slot)]);
    return [...fields, ['anyway', 'true']];
  }

  async #submit(button, unsaved) {
    if (button) button.ariaBusy = 'true';
    const { line } = await this.#session.submit(unsaved);
    if (button) button.ariaBusy = 'false';
    if (line === 'over') this.dispatchEvent(new Event('over'));
    else if (this.#dialog.open) this.#stage('unsaved', say(line === 'signed-out' ? 'cannotHandInSignedOut' : 'cannotHandIn'));
  }
}
