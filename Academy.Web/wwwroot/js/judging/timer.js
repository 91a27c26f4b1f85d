import { put } from '../attempt/texts.js';
import { Bell } from './bell.js';

const MINUTE_MS = 60000;
const LAST_MS = 10000;
const READY_MS = 3000;

/** Counts down with the customary calls: get ready, start, the last minute, the last ten seconds one by one, stop. */
const timer = document.getElementById('count-timer');
const [digits, call] = ['.count-digits', '.count-call'].map(name => timer.querySelector(name));
const [start, reset, sound, length] = ['start', 'reset', 'sound', 'length'].map(id => document.getElementById(id));
const bell = new Bell(() => sound.checked);

let startsAt, said, beat;

const wanted = () => Number(length.value) * 1000;

function format(milliseconds) {
  const seconds = Math.ceil(Math.max(0, milliseconds) / 1000);
  const pad = number => String(number).padStart(2, '0');
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}

/** What is called at a moment, and how it sounds; each is called once. */
function callAt(elapsed, left) {
  if (elapsed < 0) return ['ready'];
  if (left <= 0) return ['stop', 'long'];
  if (left <= LAST_MS) return [String(Math.ceil(left / 1000)), 'short'];
  if (left <= MINUTE_MS && wanted() > MINUTE_MS) return ['minute', 'double'];
  return ['begin', 'long'];
}

function level(elapsed, left) {
  if (elapsed < 0 || left > MINUTE_MS) return 'plain';
  return left > LAST_MS ? 'warn' : 'danger';
}

function show() {
  const elapsed = performance.now() - startsAt;
  const left = wanted() - elapsed;
  const [what, tone] = callAt(elapsed, left);
  put(digits, format(Math.min(left, wanted())));
  timer.dataset.level = level(elapsed, left);
  if (what !== said) {
    put(call, timer.dataset[what] ?? what);
    if (tone) bell.ring(tone);
    said = what;
  }
  if (left <= 0) end();
}

function end() {
  clearInterval(beat);
  timer.dispatchEvent(new Event('over', { bubbles: true }));
}

function rest() {
  clearInterval(beat);
  said = undefined;
  timer.dataset.level = 'plain';
  put(digits, format(wanted()));
  put(call, '');
  [start.hidden, reset.hidden, length.disabled] = [false, true, false];
}

start.addEventListener('click', () => {
  bell.wake();
  [start.hidden, reset.hidden, length.disabled] = [true, false, true];
  startsAt = performance.now() + READY_MS;
  beat = setInterval(show, 50);
  show();
  reset.focus();
});
reset.addEventListener('click', () => { rest(); start.focus(); });
length.addEventListener('change', rest);
rest();
timer.classList.add('scripted');
