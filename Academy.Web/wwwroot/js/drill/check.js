import { keyOf } from './keys.js';

const CHINESE = /\p{Script=Han}/u;

/** Before a drill: whether the ten keys are heard and how NumLock stands, or whether an input method is on; and whether the line stands. */
const rows = Object.fromEntries([...document.querySelectorAll('[data-check]')].map(row => [row.dataset.check, row]));

function show(row, state) {
  row.hidden = false;
  row.classList.toggle('idle', state !== 'well');
  row.querySelector('use').setAttribute('href', `/icons.svg#${state === 'bad' ? 'warning' : state === 'well' ? 'check-circle' : 'keyboard'}`);
  const words = row.querySelector('span');
  words.textContent = words.dataset[state];
}

function listenToKeys() {
  document.addEventListener('keydown', event => {
    if (/^Numpad/.test(event.code) && keyOf(event) !== undefined) show(rows.keys, 'well');
    show(rows.lock, event.getModifierState('NumLock') ? 'well' : 'off');
  });
  show(rows.keys, 'open');
}

function listenToMethod() {
  const trial = document.getElementById('trial');
  trial.addEventListener('input', () => { if (CHINESE.test(trial.value)) show(rows.method, 'well'); });
  show(rows.method, 'open');
}

if (rows.method) listenToMethod();
else listenToKeys();
const line = await fetch('/health/live', { cache: 'no-store' }).then(response => response.ok).catch(() => false);
show(rows.line, line ? 'well' : 'bad');
