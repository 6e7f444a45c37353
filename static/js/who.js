// Who is it? Enter asks whom the words fit and leads to the answers, where one key chooses; the head says who was chosen.
(() => {
  const field = document.querySelector("[data-who]");
  if (!field) return;
  const found = document.getElementById("found");
  let changed = false, waits = false;

  const into = () => (found.querySelector("input:checked") ?? found.querySelector("input"))?.focus();

  field.addEventListener("change", () => { changed = true; });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !field.value.trim()) return;
    changed = false;
    field.blur(); // what she has typed is taken: htmx asks
    if (!changed && !found.querySelector("input")) return; // asked before, and nothing to choose: on to the next question
    event.preventDefault();
    waits = changed;
    if (!changed) into();
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target !== found || !waits) return;
    waits = false;
    if (document.activeElement === document.body) into();
  });

  found.addEventListener("change", (event) => {
    const known = document.getElementById("known");
    const chosen = found.querySelector("input[name=person]:checked");
    if (known && event.target.name === "person" && chosen) known.textContent = chosen.dataset.known;
  });
})();
