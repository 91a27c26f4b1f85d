const texts = document.getElementById('script-texts')?.dataset ?? {};

/** The server's words: `data-lost-title` is `say('lostTitle')`; `{0}` takes the first value. */
export function say(key, ...values) {
  return texts[key].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** 4、6、9–12: four and more in a row become a range. */
export function list(slots) {
  const ordered = [...slots].sort((one, other) => one - other);
  return runs(ordered).map(run => run.length > 3 ? `${run[0]}–${run.at(-1)}` : run.join(texts.separator)).join(texts.separator);
}

function runs(ordered) {
  return ordered.reduce((found, slot) => {
    if (slot - 1 === found.at(-1)?.at(-1)) found.at(-1).push(slot);
    else found.push([slot]);
    return found;
  }, []);
}

/** Live regions read a text again when it is set again, so it is set only when it differs. */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
