import { put, say } from './texts.js';

/** The row below the question: where one can go, and whether this answer still waits. */
export function showSteps(desk, outbox, paper) {
  const previous = document.getElementById('previous');
  const next = document.getElementById('next');
  const nextLabel = next.querySelector('.label');
  const note = document.getElementById('answer-note');
  const progress = document.getElementById('progress');
  const count = document.getElementById('count');

  function showPlace() {
    previous.disabled = desk.isFirst;
    put(nextLabel, say(desk.isLast ? 'handIn' : 'next'));
    next.classList.toggle('last', desk.isLast);
    showAnswer();
  }

  function showAnswer() {
    const answered = paper.questions.length - paper.open.length;
    progress.value = answered;
    put(count, say('count', answered, paper.questions.length));
    note.hidden = outbox.line === 'up' || outbox.state(desk.current.slot) !== 'waiting';
  }

  desk.addEventListener('change', showPlace);
  outbox.addEventListener('change', showAnswer);
}
