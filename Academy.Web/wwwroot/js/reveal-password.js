/** Shows and hides what was typed in a password field. */
for (const button of document.querySelectorAll("[data-reveals]")) {
  const field = document.getElementById(button.dataset.reveals);
  const show = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => {
    const revealed = field.type === "password";
    field.type = revealed ? "text" : "password";
    button.textContent = revealed ? button.dataset.hide : show;
    button.setAttribute("aria-pressed", String(revealed));
  });
}
