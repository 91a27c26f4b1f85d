// A double click is one act: a form that has just been sent is not sent again before its answer can be here.
const soon = 2000;
const sent = new WeakMap();

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;

  if (performance.now() - (sent.get(form) ?? -soon) < soon) event.preventDefault();
  else sent.set(form, performance.now());
});
