/** On the big screen a key calls the next: space, enter, arrow or what a presenter's remote sends; the other way back. */
const keys = { next: [' ', 'ArrowRight', 'ArrowDown', 'PageDown'], back: ['ArrowLeft', 'ArrowUp', 'PageUp'] };

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const way = Object.keys(keys).find(name => keys[name].includes(event.key));
  const link = way && document.getElementById(way);
  if (!link) return;
  event.preventDefault();
  link.click();
});
