// The directory over a running call: F2 opens it and puts the cursor into its search, Enter refers to the first place
// that was found, arrows lead down the list, Escape leads back to where she was. The call is neither left nor sent.
(() => {
  const panel = document.querySelector("details[data-directory]");
  if (!panel) return;
  const search = panel.querySelector("[name=q]");
  const found = panel.querySelector("#directory-found");
  const chosen = document.querySelector("[data-several=entries]");
  const places = () => [...found.querySelectorAll("[data-entry]")];
  const chip = (id) => [...chosen.querySelectorAll("input")].find((input) => input.value === id);
  let from = null, stale = true, wanted = false;

  const ask = () => { stale = true; htmx.trigger(search, "refresh"); };

  function open() {
    if (!panel.contains(document.activeElement)) from = document.activeElement;
    panel.open = true;
    search.focus();
    search.select();
  }

  function close() {
    panel.open = false;
    (from?.isConnected ? from : panel.querySelector("summary")).focus();
  }

  function press() {
    for (const place of places()) place.setAttribute("aria-pressed", String(chip(place.dataset.entry)?.checked ?? false));
  }

  function refer(place) {
    let input = chip(place.dataset.entry);
    if (input) input.checked = !input.checked;
    else {
      const label = chosen.querySelector("template").content.firstElementChild.cloneNode(true);
      input = label.querySelector("input");
      input.value = place.dataset.entry;
      label.append(place.dataset.label);
      chosen.querySelector("template").before(label);
    }
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
    press();
  }

  panel.addEventListener("toggle", () => { if (panel.open) { ask(); search.focus(); } });
  panel.addEventListener("pointerdown", () => { if (!panel.contains(document.activeElement)) from = document.activeElement; });
  search.addEventListener("input", () => { stale = true; });
  for (const select of panel.querySelectorAll("select")) select.addEventListener("change", ask);
  // what is searched is no answer of the call: it starts no draft and saves none
  for (const kind of ["input", "change"]) panel.addEventListener(kind, (event) => event.stopPropagation());
  chosen.addEventListener("change", press);

  found.addEventListener("click", (event) => {
    const place = event.target.closest("[data-entry]");
    if (place) refer(place);
  });
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.target !== found) return;
    stale = false;
    press();
    if (wanted && places().length) refer(places()[0]);
    wanted = false;
  });

  panel.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation(); // Enter would lead on to the next question
    const all = places(), here = all.indexOf(document.activeElement);
    if (event.key === "Escape") { event.preventDefault(); close(); }
    if (event.key === "Enter" && event.target === search) {
      event.preventDefault();
      if (stale) wanted = true; else if (all.length) refer(all[0]);
    }
    if (event.key === "ArrowDown" && event.target.tagName !== "SELECT") { event.preventDefault(); (all[here + 1] ?? all[0])?.focus(); }
    if (event.key === "ArrowUp" && here >= 0) { event.preventDefault(); (all[here - 1] ?? search).focus(); }
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "F2" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (panel.open && panel.contains(document.activeElement)) close(); else open();
  });
  addEventListener("click", (event) => { if (panel.open && event.isTrusted && !panel.contains(event.target) && !chosen.contains(event.target)) panel.open = false; });
})();
