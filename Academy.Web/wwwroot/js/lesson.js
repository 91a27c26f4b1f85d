/** Reading a lesson: marks where the reader is, and reports the time in which the page was really read. */
const REPORT_EVERY = 15_000;
const IDLE_AFTER = 90_000;

const lesson = document.querySelector("[data-report]");
const parts = [...document.querySelectorAll(".lesson-body > [id]:not(#finish)")];
const links = new Map([...document.querySelectorAll(".toc li a")].map(link => [link.hash.slice(1), link]));
const finish = document.querySelector("#finish input[name=visibleSeconds]");
const token = document.querySelector("input[name=__RequestVerificationToken]").value;
const share = document.querySelector(".toc-progress");

let unreported = 0;
let readSeconds = Number(share.dataset.read);
let furthestClause = 0;
let lastTick = performance.now();
let lastActive = performance.now();

for (const kind of ["scroll", "pointermove", "pointerdown", "keydown", "touchstart"])
  addEventListener(kind, () => { lastActive = performance.now(); }, { passive: true });

function isReading(now) {
  return document.visibilityState === "visible" && now - lastActive < IDLE_AFTER;
}

function tick() {
  const now = performance.now();
  if (isReading(now)) {
    const seconds = (now - lastTick) / 1000;
    unreported += seconds;
    readSeconds += seconds;
  }
  lastTick = now;
  if (finish) finish.value = unreported.toFixed(1);
  showShare();
}

function showShare() {
  const whole = Number(share.dataset.reading);
  const percent = lesson.dataset.finished === "true" ? 100 : Math.min(99, Math.round(readSeconds / whole * 100));
  const minutes = Math.max(0, Math.ceil((whole - readSeconds) / 60));
  share.hidden = false;
  share.querySelector("rect").setAttribute("width", `${percent}%`);
  share.querySelector("span").textContent = share.dataset.text.replace("{0}", percent).replace("{1}", percent === 100 ? 0 : minutes);
}

async function report() {
  tick();
  if (unreported < 1) return;
  const visibleSeconds = unreported;
  unreported = 0;
  try {
    const answer = await fetch(lesson.dataset.report, {
      method: "PUT",
      keepalive: true,
      headers: { "Content-Type": "application/json", "RequestVerificationToken": token },
      body: JSON.stringify({ visibleSeconds, clause: furthestClause }),
    });
    if (!answer.ok) throw new Error(answer.status);
  } catch {
    unreported += visibleSeconds;
  }
}

/** The part whose heading last passed the upper third of the window. */
function currentPart() {
  const line = innerHeight / 3;
  return parts.findLast(part => part.getBoundingClientRect().top < line) ?? parts[0];
}

function markPlace() {
  const here = currentPart();
  for (const link of links.values()) link.removeAttribute("aria-current");
  links.get(here.id)?.setAttribute("aria-current", "location");
  furthestClause = Math.max(furthestClause, Number(here.dataset.clause ?? 0));
  leadOn(parts[parts.indexOf(here) + 1]);
}

/** On a phone the bar's button leads to the next part. */
function leadOn(next) {
  const button = document.querySelector("[data-next-part]");
  button.hash = next?.id ?? "finish";
  button.querySelector("span").textContent = next ? button.dataset.text.replace("{0}", links.get(next.id).dataset.name) : button.dataset.end;
}

addEventListener("scroll", () => requestAnimationFrame(markPlace), { passive: true });
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") report(); });
document.querySelectorAll(".toc li a").forEach(link => link.addEventListener("click", () => link.blur()));
setInterval(tick, 1000);
if (lesson.dataset.finished !== "true") setInterval(report, REPORT_EVERY);
markPlace();
showShare();
