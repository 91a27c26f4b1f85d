/** Says how many rows are chosen, and chooses all of the page at once. Without it, boxes and buttons work alone. */
for (const form of document.querySelectorAll("form.picking")) {
  const rows = [...form.querySelectorAll("[name=ids]")];
  const all = form.querySelector("[data-selects-all]");
  const words = form.querySelector("[data-selected]");

  const count = () => {
    const chosen = rows.filter(row => row.checked).length;
    all.checked = chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
    words.textContent = words.dataset.selected.replace("{0}", chosen);
  };

  all.hidden = false;
  all.addEventListener("change", () => { for (const row of rows) row.checked = all.checked; });
  form.addEventListener("change", count);
  form.addEventListener("reset", () => setTimeout(count));
  count();
}

// On a small screen the list comes first; the drawers open when they are wanted.
const drawers = document.querySelector(".drawers");
if (drawers && matchMedia("(max-width: 991.98px)").matches) drawers.open = false;
