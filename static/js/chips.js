// An answer that may stay open can be taken back: a second click on it, or Delete. Without JavaScript it can be changed.
(() => {
  const open = (input) => input.type === "radio" && input.closest("[data-chips][data-optional]");
  const clear = (input) => {
    input.checked = false;
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  let was = null; // the radio that was already chosen when the pointer or the key went down

  const remember = (event) => {
    const input = event.target.closest?.(".chip")?.querySelector("input") ?? event.target;
    was = input?.matches?.("input:checked") && open(input) ? input : null;
  };
  addEventListener("pointerdown", remember, true);
  addEventListener("keydown", (event) => {
    const group = document.activeElement?.closest?.("[data-chips]");
    if (!group) return;
    if (/^[1-9]$/.test(event.key)) {
      const input = group.querySelectorAll("input")[event.key - 1];
      was = input?.checked && open(input) ? input : null;
    } else if ([" ", "Delete", "Backspace"].includes(event.key) && document.activeElement.checked && open(document.activeElement)) {
      event.preventDefault();
      clear(document.activeElement);
    }
  }, true);
  addEventListener("click", (event) => {
    if (was && event.target === was) { was = null; clear(event.target); }
  });
})();
