// Several answers out of a long list: what is chosen in the list becomes a ticked chip, and the list is free for the next.
addEventListener("change", (event) => {
  const box = event.target.matches("[data-several] select") && event.target.closest("[data-several]");
  if (!box || event.target.value === "") return;
  const select = event.target;
  const chosen = select.selectedOptions[0];
  const there = [...box.querySelectorAll("input[type=checkbox]")].find((input) => input.value === chosen.value);
  if (there) there.checked = true;
  else {
    const chip = box.querySelector("template").content.firstElementChild.cloneNode(true);
    chip.querySelector("input").value = chosen.value;
    chip.append(chosen.text);
    box.querySelector("template").before(chip);
  }
  select.value = "";
  const typed = box.querySelector("[role=combobox]");
  if (typed) typed.value = "";
});
