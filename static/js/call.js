// A conversation by keyboard: Enter goes on to the next question and never ends the call, Ctrl+Enter does;
// Alt+Z is the note. What is said in the head follows the answers.
(() => {
  const form = document.querySelector("form[data-call]");
  if (!form) return;
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });

  const questions = () => [...form.querySelectorAll("[data-chips], .chip, input.input, select.input, textarea")]
    .filter((element) => shown(element) && !(element.matches(".chip") && element.parentElement.closest("[data-chips]")))
    .filter((element) => !element.closest(".drop, .danger"));
  const into = (question) => {
    const field = question.querySelector?.("input:checked") ?? question.querySelector?.("input") ?? question;
    field.focus();
    field.scrollIntoView({ block: "nearest" });
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      document.activeElement?.blur(); // a list that filters takes what she has typed
      return form.requestSubmit();
    }
    if (event.altKey && event.code === "KeyZ") {
      event.preventDefault();
      return form.elements.note.focus();
    }
    if (event.key !== "Enter" || event.defaultPrevented || event.altKey || !event.target.matches("form[data-call] input")) return;
    event.preventDefault();
    const inPanel = event.target.closest(".drop > .panel");
    const all = inPanel ? [...inPanel.querySelectorAll("input:not([type=hidden])")].filter(shown) : questions();
    if (inPanel && event.target === all.at(-1)) return into(questions()[0]);
    const here = all.findIndex((question) => question === event.target || question.contains(event.target));
    if (all[here + 1]) into(all[here + 1]);
  });

  const channel = form.elements.channel;
  channel.addEventListener("change", () => {
    const words = form.querySelector("[data-channel-words]");
    if (words) words.textContent = channel.selectedOptions[0].text;
  });

  // A panel closes when she goes elsewhere.
  const panel = form.querySelector("details[data-where]");
  addEventListener("click", (event) => { if (panel.open && !panel.contains(event.target)) panel.open = false; });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { panel.open = false; panel.querySelector("summary").focus(); }
  });

  const wrong = form.querySelector("[aria-invalid=true], [data-wrong] input");
  if (wrong) wrong.focus();
  else if (panel.open) into(panel.querySelector(".panel input"));
  else if (document.activeElement === document.body) into(questions().find((question) => question.querySelector?.("[name=caller]")) ?? form.elements.note);
})();
