/** Adds up what the criteria were given while it is typed. */
const form = document.getElementById('mark');
const total = form.querySelector('.mark-total');
const inputs = [...form.querySelectorAll('.criteria-form input')];

function show() {
  const points = inputs.map(input => Number(input.value.trim().normalize('NFKC')));
  total.querySelector('output').textContent = points.some(Number.isNaN) ? '–' : Math.round(points.reduce((sum, given) => sum + given, 0) * 100) / 100;
}

if (total) {
  total.hidden = false;
  form.addEventListener('input', show);
  show();
}
