/** A session ends when nobody uses it. Whoever types into a form uses it, and the server hears of that now and then. */
const TELL_EVERY = 5 * 60_000;

let told = performance.now();

document.addEventListener("input", event => {
  const token = event.target.closest?.("form[method=post]")?.querySelector("[name=__RequestVerificationToken]");
  if (!token || performance.now() - told < TELL_EVERY) return;

  told = performance.now();
  // A line that is gone is no reason to disturb whoever types; the next keys tell it again.
  fetch("/api/session", { method: "PUT", headers: { RequestVerificationToken: token.value } }).catch(() => {});
});
