/** Whoever signs out leaves nothing in this browser, also where it does not heed the server's word for that (plain HTTP). */
addEventListener("submit", event => {
  if (new URL(event.target.action).pathname !== "/account/logout") return;
  for (const area of ["localStorage", "sessionStorage"]) {
    try {
      window[area].clear();
    } catch {
      // A storage that is forbidden holds nothing.
    }
  }
});
