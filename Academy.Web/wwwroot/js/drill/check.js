import { keyOf } from './keys.js';

/** Before a drill: whether the ten keys are heard, how NumLock stands, and whether the line does. */
const rows = Object.fromEntries([...document.querySelectorAll('[data-check]')].map(row => [row.dataset.check, row]));

function show(row, state) {
  row.hidden = false;
  row.classList.toggle('idle', state !== 'well');
  row.querySelector('use').setAttribute('href', `/icons.svg#${state === 'bad' ? 'warning' : state === 'well' ? 'check-circle' : 'keyboard'}`);
  const words = row.querySelector('span');
  words.textContent = words.dataset[state];
}

document.addEventListener('keydown', event => {
  if (/^Numpad/.test(event.code) && keyOf(event) !== undefined) show(rows.keys, 'well');
  show(rows.lock, event.getModifierState('NumLock') ? 'well' : 'off');
});

show(rows.keys, 'open');
const line = await fetch('/health/live', { cache: 'no-store' }).then(response => response.ok).catch(() => false);
show(rows.line, line ? 'well' : 'bad');
