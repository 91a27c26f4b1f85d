/** A download leaves its page as it is: what was asked for is said in place of the form. */
for (const form of document.querySelectorAll("[data-downloads]")) {
  form.addEventListener("submit", event => {
    if (event.defaultPrevented || event.submitter?.value !== "true") return;
    const said = document.getElementById(form.dataset.downloads);
    // The form is sent first, with all that is in it.
    setTimeout(() => {
      form.hidden = true;
      said.hidden = false;
      said.focus();
    });
  });
}
