import { BACK, ENTER, ERASE, FORWARD } from './desk.js';

/** By its place on the keyboard: with NumLock off, or under an input method, a key keeps its place and loses its name. */
const PLACES = {
  Period: '.', NumpadDecimal: '.',
  Enter: ENTER, NumpadEnter: ENTER, NumpadAdd: ENTER, Equal: ENTER,
  Backspace: ERASE,
  PageDown: FORWARD, ArrowRight: FORWARD,
  PageUp: BACK, ArrowLeft: BACK, NumpadSubtract: BACK, Minus: BACK,
};

export function keyOf({ code }) {
  return /^(?:Numpad|Digit)\d$/.test(code) ? code.at(-1) : PLACES[code];
}

/** Tells what is hit, with the moment at which it was: the machine's own, not that of a page that may be late to hear of it. */
export function listen(hit) {
  document.addEventListener('keydown', event => {
    const key = keyOf(event);
    if (key === undefined || isMeantElsewhere(event)) return;
    event.preventDefault();
    if (!event.repeat) hit(key, event.timeStamp);
  });
  for (const button of document.querySelectorAll('[data-keys]')) listenTo(button, hit);
}

/** A finger counts when it comes down; what presses a button without a finger, as a screen reader does, clicks. */
function listenTo(button, hit) {
  const press = event => {
    event.preventDefault();
    hit(button.dataset.keys, event.timeStamp);
  };
  button.addEventListener('pointerdown', press);
  button.addEventListener('click', event => { if (event.detail === 0) press(event); });
}

function isMeantElsewhere(event) {
  return event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]') !== null
    || (event.target.closest('a, button, summary') !== null && /Enter$/.test(event.code));
}
