/**
 * Keeps a screen in a staff room as it should be, for days: slides take turns, and what they show is asked for anew. While the academy
 * does not answer the last of it stays, with since when; a new release is taken once the academy is there to give it.
 */
const usual = 20_000;
const longest = 300_000;
const turn = 15_000;
const wall = document.body;
const main = document.getElementById('main');
const stale = wall.querySelector('[data-stale]');
const gone = wall.querySelector('[data-gone]');
const clock = wall.querySelector('[data-clock]');
let wait = usual;
let place = 0;
let since = new Date();

/** The bank's own time, whatever the screen's clock is set to; of a name that the browser does not know, the screen's. */
function zone() {
  try {
    new Intl.DateTimeFormat('en', { timeZone: wall.dataset.zone });
    return wall.dataset.zone;
  } catch {
    return undefined;
  }
}

const timeZone = zone();

function say(moment) {
  return moment.toLocaleString(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short', timeZone });
}

function show() {
  const slides = [...main.querySelectorAll('[data-slide]')];
  slides.forEach((slide, i) => { slide.hidden = i !== place % slides.length; });
}

function tick() {
  clock.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short', timeZone });
}

async function ask(address) {
  const answer = await fetch(address, { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) throw Object.assign(new Error(answer.statusText), { status: answer.status });
  return answer.text();
}

async function look() {
  try {
    const page = new DOMParser().parseFromString(await ask(wall.dataset.wall), 'text/html');
    const fresh = page.querySelector('[data-release]');
    if (fresh.dataset.release !== main.firstElementChild.dataset.release) {
      await ask(location.href);
      location.reload();
      return;
    }
    main.replaceChildren(document.adoptNode(fresh));
    [since, wait] = [new Date(), usual];
    [main.hidden, gone.hidden, stale.hidden] = [false, true, true];
  } catch (problem) {
    wait = Math.min(wait * 2, longest);
    gone.hidden = problem.status !== 404;
    main.hidden = problem.status === 404;
    stale.hidden = problem.status === 404;
    stale.querySelector('[data-since]').textContent = say(since);
  }
  show();
  setTimeout(look, wait * (0.9 + Math.random() / 5));
}

show();
tick();
setInterval(tick, 1_000);
setInterval(() => { place++; show(); }, turn);
setTimeout(look, usual);
