const texts = document.getElementById('attempt-texts')?.dataset ?? {};

/** The server's words: `data-lost-title` is `say('lostTitle')`; `{0}` takes the first value. */
export function say(key, ...values) {
  return texts[key].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

export function list(slots) {
  return slots.join(texts.separator);
}

/** Live regions read a text again when it is set again, so it is set only when it differs. */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
