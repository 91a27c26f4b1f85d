import { Answers } from './answers.js';
import { Band } from './band.js';
import { Clock } from './clock.js';
import { Conflict } from './conflict.js';
import { Desk } from './desk.js';
import { Flags } from './flags.js';
import { HandIn } from './hand-in.js';
import { Keys } from './keys.js';
import { Navigator } from './navigator.js';
import { Outbox } from './outbox.js';
import { Paper } from './paper.js';
import { Safe } from './safe.js';
import { SavedState } from './saved-state.js';
import { Session } from './session.js';
import { showSteps } from './steps.js';
import { Store, storeOf } from './store.js';
import { TimeUp } from './time-up.js';
import { Timer } from './timer.js';
import { Toast } from './toast.js';

const form = document.getElementById('paper');
const { attempt, started, savedAt, remaining, grace, timeZone, seal } = form.dataset;

const store = storeOf(attempt);
store.belongTo(started);

const paper = new Paper(form);
const safe = await Safe.of(attempt, seal);
const answers = new Answers(attempt, paper.questions, safe, await safe.open(paper.questions.map(question => question.slot)));
const session = new Session(form);
const outbox = new Outbox(attempt, answers, session, savedAt);
const clock = new Clock(Number(remaining));
const desk = new Desk(paper);
const flags = new Flags(store, paper);
const handIn = new HandIn(paper, desk, outbox, session);
const timeUp = new TimeUp(clock, outbox, session, Number(grace));

new Band(outbox, new Toast());
new Conflict(paper, outbox, answers);
new Keys(desk, flags, new Store('academy/'));
new Navigator(paper, desk, outbox, flags);
new SavedState(outbox, timeZone);
new Timer(clock);
showSteps(desk, outbox, paper);

function show(question) {
  question.value = answers.value(question.slot);
  question.revision = answers.of(question.slot).revision;
}

let leaving = false;

function leave() {
  leaving = true;
  location.replace(`${location.pathname}/result`);
}

paper.questions.forEach(show);
paper.onChoice((question, done) => outbox.choose(question.slot, question.value, done));
outbox.addEventListener('change', event => (event.detail ? [paper.question(event.detail)] : paper.questions).forEach(show));
outbox.addEventListener('remaining', event => clock.correct(event.detail));
clock.addEventListener('slept', () => outbox.ask());

for (const source of [outbox, handIn, timeUp]) source.addEventListener('over', leave);
form.addEventListener('submit', event => event.preventDefault());
document.addEventListener('visibilitychange', () => { if (outbox.isTyping()) outbox.retryNow(); });
addEventListener('beforeunload', event => { if (outbox.waiting.length > 0 && !leaving) event.preventDefault(); });
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

document.body.classList.add('scripted');
desk.begin();
