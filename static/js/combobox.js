// A select with many answers becomes a field that filters while she types (the ARIA pattern "editable combobox with list
// autocomplete"). The select stays the form's truth, hidden; without JavaScript it is shown as it is.
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
  const el = (tag, attributes = {}) => Object.assign(document.createElement(tag), attributes);

  function enhance(select) {
    if (select.dataset.enhanced !== undefined || select.multiple) return;
    select.dataset.enhanced = "";
    const id = select.id || select.name;
    const field = el("input", { type: "text", className: "input", id: `${id}-typed`, autocomplete: "off", spellcheck: false, disabled: select.disabled });
    const list = el("ul", { className: "answers", id: `${id}-answers`, hidden: true });
    const box = el("span", { className: "combobox" });
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    for (const name of ["aria-describedby", "aria-invalid", "data-key", "autofocus"]) {
      if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
    }
    select.removeAttribute("data-key");
    list.setAttribute("role", "listbox");
    for (const label of select.labels) {
      label.htmlFor = field.id;
      label.id ||= `${id}-label`;
      list.setAttribute("aria-labelledby", label.id);
    }
    if (!list.hasAttribute("aria-labelledby")) {
      const name = select.getAttribute("aria-label") || "";
      field.setAttribute("aria-label", name);
      list.setAttribute("aria-label", name);
    }
    const empty = [...select.options].find((option) => option.value === "");
    field.placeholder = select.dataset.placeholder || "";
    select.before(box);
    box.append(field, list, select);
    select.hidden = true;
    select.tabIndex = -1;
    select.required = false;

    let active = -1;
    const options = () => [...list.children];
    const chosen = () => select.selectedOptions[0];
    const shown = () => { field.value = chosen() && chosen().value !== "" ? chosen().text.trim() : ""; };
    const isOpen = () => !list.hidden;

    function mark(index) {
      options()[active]?.removeAttribute("data-active");
      active = index;
      const option = options()[active];
      if (option) {
        option.dataset.active = "";
        option.scrollIntoView({ block: "nearest" });
        field.setAttribute("aria-activedescendant", option.id);
      } else field.removeAttribute("aria-activedescendant");
    }

    function open(filter = "") {
      const words = fold(filter).split(/\s+/).filter(Boolean);
      const fitting = [...select.options].filter((option) => option.value !== "" && words.every((word) => fold(option.text).includes(word)));
      const starts = (option) => (words.length && fold(option.text).trim().startsWith(words[0]) ? 0 : 1);
      if (words.length) fitting.sort((a, b) => starts(a) - starts(b));
      list.replaceChildren(...fitting.map((option) => {
        const item = el("li", { id: `${id}-answer-${option.index}`, textContent: option.text.trim() });
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(option.selected));
        item.dataset.index = option.index;
        return item;
      }));
      list.hidden = !fitting.length;
      field.setAttribute("aria-expanded", String(isOpen()));
      mark(words.length && fitting.length ? 0 : -1);
    }

    function close() {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      mark(-1);
    }

    function choose(index) {
      const changed = select.selectedIndex !== index;
      select.selectedIndex = index;
      shown();
      close();
      if (changed) for (const kind of ["input", "change"]) select.dispatchEvent(new Event(kind, { bubbles: true }));
    }

    function leave() {
      if (field.value.trim() === "") {
        if (chosen() && chosen().value !== "" && empty) choose(empty.index);
      } else if (isOpen() && active >= 0) return choose(Number(options()[active].dataset.index));
      shown();
      close();
    }

    field.addEventListener("input", (event) => { event.stopPropagation(); open(field.value); });
    field.addEventListener("change", (event) => event.stopPropagation());
    field.addEventListener("click", () => { if (isOpen()) close(); else open(); });
    field.addEventListener("blur", leave);
    field.addEventListener("keydown", (event) => {
      const last = options().length - 1;
      if (event.key === "ArrowDown") {
        event.preventDefault();
        if (!isOpen()) { open(); mark(Math.max(0, options().findIndex((option) => option.ariaSelected === "true"))); } else mark(active < last ? active + 1 : 0);
      } else if (event.key === "ArrowUp") {
        event.preventDefault();
        if (!isOpen()) open();
        mark(active > 0 ? active - 1 : options().length - 1);
      } else if (event.key === "Enter" && isOpen()) {
        event.preventDefault(); // Enter in an open list chooses, it never sends the form
        if (active >= 0) choose(Number(options()[active].dataset.index)); else close();
      } else if (event.key === "Escape" && isOpen()) {
        event.preventDefault();
        event.stopPropagation();
        shown();
        close();
      }
    });
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the field keeps the focus
      const option = event.target.closest("[role=option]");
      if (option) choose(Number(option.dataset.index));
    });
    select.addEventListener("change", () => { if (document.activeElement !== field) shown(); });
    select.form?.addEventListener("reset", () => setTimeout(shown));
    shown();
  }

  const all = (root) => root.querySelectorAll?.("select[data-combobox]").forEach(enhance);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => all(document)); else all(document);
  addEventListener("htmx:afterSettle", (event) => all(event.target));
})();
