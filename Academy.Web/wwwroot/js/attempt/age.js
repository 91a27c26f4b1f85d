export function stamp() {
  return { page: performance.timeOrigin, tick: performance.now(), wall: Date.now() };
}

/** Milliseconds since the stamp: monotonic on the page that made it, by the wall clock on any other, never negative. */
export function age({ page, tick, wall }) {
  const elapsed = page === performance.timeOrigin ? performance.now() - tick : Date.now() - wall;
  return Math.max(0, Math.round(elapsed));
}
