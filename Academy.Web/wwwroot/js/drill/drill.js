import { Session } from '../attempt/session.js';
import { put, say } from '../attempt/texts.js';
import { Courier } from './courier.js';
import { Keyed } from './keyed.js';
import { Pace } from './pace.js';
import { Sync } from './sync.js';
import { Timer } from './timer.js';
import { Typed } from './typed.js';

const form = document.getElementById('run');
const { kind, run, elapsed, length, acknowledged } = form.dataset;
const isRace = form.dataset.race === 'true';
const work = JSON.parse(form.dataset.work);

/** The first moment that counts, on the clock that events carry: the server has said how long ago it was when it answered. */
const [navigation] = performance.getEntriesByType('navigation');
const start = (navigation?.responseStart || performance.now()) - Number(elapsed);
const end = Number(length);

const table = kind === 'typing' ? new Typed(work) : new Keyed(work, form.dataset);
const courier = new Courier(`/api/drills/runs/${run}/batches`, new Session(form), Number(acknowledged));
const timer = new Timer(end, isRace);
const pace = new Pace(table, form.dataset);
const dialog = document.getElementById('ending');
const started = document.getElementById('started');
let isOver = false;
let leaving = false;

new Sync(courier);

/** Whether it was taken: before the first moment that counts and after the last nothing is. */
function hit(keys, timeStamp) {
  const at = Math.round(timeStamp - start);
  if (isOver || at < 0 || at > end) return false;
  for (const key of keys) {
    table.press(key);
    courier.add(at, key);
  }
  table.show();
  if (table.isClear) finish();
  return true;
}

function tick() {
  const now = performance.now() - start;
  if (isOver) return;
  timer.show(now);
  put(started, now < 0 ? say('starts', Math.ceil(-now / 1000)) : '');
  document.body.classList.toggle('ready', now >= 0);
  if (now >= end) finish();
}

/** Hands in once everything is with the server; while the line is down, as soon as it is back. */
async function finish() {
  isOver = true;
  table.end();
  document.body.classList.add('over');
  if (dialog.open) dialog.close();
  put(started, say('handingIn'));
  if (await courier.flush()) leave(() => form.submit());
}

function leave(go) {
  if (leaving) return;
  leaving = true;
  go();
}

courier.addEventListener('change', () => { if (isOver && courier.line === 'up' && courier.unsent === 0) finish(); });
courier.addEventListener('over', () => leave(() => location.replace(`${location.pathname}/result`)));
courier.addEventListener('outdated', () => leave(() => location.reload()));
courier.addEventListener('conflict', () => { isOver = true; leaving = true; });
document.getElementById('end').addEventListener('click', () => dialog.showModal());
dialog.addEventListener('submit', () => { leaving = true; });
dialog.addEventListener('click', event => { if (event.target.closest('.close')) dialog.close(); });
dialog.addEventListener('close', () => table.resume());
document.getElementById('hand-in').addEventListener('click', () => finish());
addEventListener('pagehide', () => courier.send());
addEventListener('beforeunload', event => { if (courier.unsent > 0 && !leaving) event.preventDefault(); });
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

for (const key of form.dataset.kept) table.press(key);
table.listen(hit);
table.show();
tick();
if (table.isClear) finish();
setInterval(tick, 100);
setInterval(() => { if (!isOver) pace.show(performance.now() - start); }, 1000);
document.body.classList.add('scripted');
