/** Rows of a list: a new one is a copy of the last, emptied and numbered on. */
export class Rows {
  constructor(form) {
    form.addEventListener('click', event => {
      const adds = event.target.closest('button[data-adds]');
      if (adds && this.add(adds.closest('[data-rows]'))) event.preventDefault();
    });
    form.addEventListener('change', event => keepSole(event.target));
  }

  /** Goes to the row behind this one, which is made when there is none. */
  next(row) {
    const after = row.nextElementSibling;
    if (after?.matches('[data-row]')) focusIn(after);
    else this.add(row.closest('[data-rows]'));
  }

  add(list) {
    const last = [...list.querySelectorAll(':scope > [data-row]')].at(-1);
    if (!last) return false;
    const row = last.cloneNode(true);
    const number = Number(/\[(\d+)\](?!.*\[)/.exec(last.querySelector('[name]').name)[1]);
    empty(row);
    renumber(row, number);
    last.after(row);
    focusIn(row);
    return true;
  }
}

function empty(row) {
  for (const field of row.querySelectorAll('input, textarea')) {
    field.removeAttribute('aria-invalid');
    if (field.type === 'checkbox') field.checked = false;
    else field.value = '';
  }
  for (const said of row.querySelectorAll('.field-error, .advice > *')) said.remove();
  for (const more of row.querySelectorAll('details')) more.open = false;
}

/** Names and ids end in [3].Text and _3__Text; letters and numbers that are shown go on by one. */
function renumber(row, number) {
  for (const element of row.querySelectorAll('[name], [id], [for], [aria-describedby]')) {
    for (const name of ['name', 'id', 'for', 'aria-describedby']) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(new RegExp(`\\[${number}\\](?=\\.\\w+$)`), `[${number + 1}]`).replaceAll(new RegExp(`_${number}__(?=[A-Za-z]+(?:-|\\s|$))`, 'g'), `_${number + 1}__`));
    }
  }
  for (const key of row.querySelectorAll('.row-key')) key.textContent = keyAfter(key.textContent, number);
  for (const field of row.querySelectorAll('[placeholder], [aria-label], label[for]')) {
    const key = keyOf(number, row);
    const after = keyAfter(key, number);
    for (const name of ['placeholder', 'aria-label']) if (field.hasAttribute(name)) field.setAttribute(name, field.getAttribute(name).replace(key, after));
    if (field.matches('label')) field.textContent = field.textContent.replace(key, after);
  }
}

function keyOf(number, row) {
  return row.querySelector('.tick') ? String.fromCharCode(65 + number) : String(number + 1);
}

function keyAfter(key, number) {
  return /^[A-Z]$/.test(key.trim()) ? String.fromCharCode(66 + number) : String(number + 2);
}

/** A single choice has one key: ticking another takes the tick away. */
function keepSole(box) {
  if (box.type !== 'checkbox' || !box.checked) return;
  for (const other of box.closest('[data-rows="single"]')?.querySelectorAll('.tick input') ?? []) if (other !== box) other.checked = false;
}

function focusIn(row) {
  row.querySelector('input:not([type=checkbox]), textarea').focus();
}
