// The keyboard layer. An element says its own key: data-key="n", or two after each other: data-key="g d". A field takes
// the focus, all else is clicked; the page's own key comes before the shell's. Keys are off while she types, anywhere in a
// form with data-no-keys (a call: a stray letter must not lead away), while a dialog is open, and where she turned them off.
(() => {
  const PAUSE = 1200; // between the keys of a sequence
  const TYPES = "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=range]), textarea, select, [contenteditable]:not([contenteditable=false])";
  const off = () => /(?:^|; )keys=off/.test(document.cookie);
  let before = "", timer;

  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
  const withKeys = () => [...document.querySelectorAll("[data-key]")].filter(shown);

  const use = (element) => {
    if (element.matches(TYPES)) { element.focus(); element.select?.(); } else element.click();
  };

  const name = (element) => {
    if (element.dataset.keyName) return element.dataset.keyName;
    if (element.labels?.length) return element.labels[0].textContent.trim();
    const copy = element.cloneNode(true);
    copy.querySelectorAll("kbd, svg, .soft").forEach((part) => part.remove());
    return element.ariaLabel || copy.textContent.trim();
  };

  const showAll = () => {
    const dialog = document.getElementById("keys");
    if (!dialog) return;
    const list = dialog.querySelector("[data-keys]");
    list.querySelectorAll("[data-found]").forEach((row) => row.remove());
    const seen = new Set();
    for (const element of withKeys()) {
      const keys = element.dataset.key;
      if (seen.has(keys)) continue;
      seen.add(keys);
      const row = list.querySelector("template").content.firstElementChild.cloneNode(true);
      row.dataset.found = "";
      row.querySelector("dd").textContent = name(element);
      row.querySelector("dt").replaceChildren(...keys.split(" ").map((key) => Object.assign(document.createElement("kbd"), { textContent: key })));
      list.append(row);
    }
    dialog.showModal();
  };

  // In a group of chips with the focus, numbers choose.
  const choose = (event) => {
    const group = document.activeElement?.closest("[data-chips]");
    if (!group || !/^[1-9]$/.test(event.key)) return false;
    const input = group.querySelectorAll("input:is([type=radio], [type=checkbox])")[event.key - 1];
    if (!input || input.disabled) return false;
    input.focus();
    input.click();
    return true;
  };

  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (choose(event)) return event.preventDefault();
    if (event.target.closest?.(`${TYPES}, .talk, [data-no-keys]`) || document.querySelector("dialog[open]")) return;
    if (off() || event.key.length > 1) return;
    if (event.key === "?") { event.preventDefault(); return showAll(); }
    const pressed = before ? `${before} ${event.key}` : event.key;
    const candidates = withKeys();
    const found = candidates.findLast((element) => element.dataset.key === pressed) ?? candidates.findLast((element) => element.dataset.key === event.key);
    clearTimeout(timer);
    before = "";
    if (found) { event.preventDefault(); return use(found); }
    if (candidates.some((element) => element.dataset.key.startsWith(`${event.key} `))) {
      before = event.key;
      timer = setTimeout(() => { before = ""; }, PAUSE);
    }
  });

  // Also while she types, a call among them: Alt+N when another call comes in, Alt+X to the next open draft.
  const nextDraft = () => {
    const pills = [...document.querySelectorAll(".pill")];
    const here = pills.findIndex((pill) => pill.ariaCurrent === "page");
    const next = pills[(here + 1) % pills.length];
    return next === pills[here] ? undefined : next;
  };
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !event.altKey || event.ctrlKey || event.metaKey) return;
    const link = { KeyN: () => document.querySelector(".skip[data-key=n]"), KeyX: nextDraft }[event.code]?.();
    if (link) { event.preventDefault(); link.click(); }
  });

  addEventListener("click", (event) => { if (event.target.closest("[data-show-keys]")) showAll(); });
  addEventListener("change", (event) => {
    if (!event.target.matches("[data-single-keys]")) return;
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `keys=${event.target.checked ? "on" : "off"}; path=/; max-age=31536000; samesite=lax${secure}`;
  });
  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-single-keys]").forEach((box) => { box.checked = !off(); });
  });
})();
