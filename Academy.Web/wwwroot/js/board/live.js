/** Keeps the board of an event as it is while somebody looks at it: rows that move are seen to move. */
const board = document.querySelector('[data-live]');
const body = board?.querySelector('tbody');
const line = board?.querySelector('[data-line]');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

function copyOf(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

function rowOf({ rank, name, branch, score, wrong, time, isOwn }) {
  const row = copyOf('row');
  const [place, person, unit, result, mistakes] = row.children;
  const [unnamed, named, me] = person.children;
  row.classList.toggle('mine', isOwn);
  place.firstElementChild.textContent = rank;
  place.firstElementChild.dataset.rank = rank;
  if (name === null) named.remove();
  else unnamed.remove();
  named.textContent = name ?? '';
  if (!isOwn) me.remove();
  unit.textContent = branch ?? '';
  result.firstElementChild.textContent = score;
  mistakes.textContent = time ?? wrong;
  row.dataset.key = name === null ? '' : `${name} ${branch}`;
  row.dataset.sign = `${rank} ${score}`;
  return row;
}

/** By whom a row is about, where it stands and what it says; also of rows that came with the page. */
function standing() {
  return new Map([...body.rows].filter(row => row.cells.length === 5).map(row => {
    const named = row.cells[1].querySelector('[lang]');
    const key = row.dataset.key ?? (named ? `${named.textContent} ${row.cells[2].textContent}` : '');
    const sign = row.dataset.sign ?? `${row.cells[0].textContent} ${row.cells[3].textContent}`;
    return [key, { top: row.getBoundingClientRect().top, sign }];
  }));
}

function move(row, from) {
  const way = from - row.getBoundingClientRect().top;
  if (way && !calm.matches) row.animate([{ transform: `translateY(${way}px)` }, { transform: 'none' }], { duration: 500, easing: 'ease-out' });
}

function show({ rows, people, isFrozen, isFinal }) {
  const before = standing();
  body.replaceChildren(...rows.flatMap(row => row.isAfterGap ? [copyOf('gap'), rowOf(row)] : [rowOf(row)]));
  for (const row of [...body.rows].filter(shown => shown.dataset.key)) {
    const known = before.get(row.dataset.key);
    if (known) move(row, known.top);
    row.classList.toggle('news', before.size > 0 && known?.sign !== row.dataset.sign);
  }
  document.getElementById('board-title').textContent = board.querySelector('[data-people]').dataset.people.replace('{0}', people);
  board.querySelector('[data-some]').hidden = people === 0;
  board.querySelector('[data-none]').hidden = people > 0;
  board.querySelector('[data-frozen]').hidden = !isFrozen;
  if (isFinal) location.reload();
}

function tell(state) {
  line.hidden = false;
  line.classList.toggle('brand', state === 'open');
  line.textContent = line.dataset[state];
}

if (board?.dataset.live) {
  const source = new EventSource(board.dataset.live);
  source.addEventListener('open', () => tell('open'));
  source.addEventListener('board', event => show(JSON.parse(event.data)));
  source.addEventListener('error', () => tell(source.readyState === EventSource.CLOSED ? 'closed' : 'lost'));
}
