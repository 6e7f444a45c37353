// A key that was not found, not recognised or put away: the page says so, where otherwise only the console would.
document.addEventListener("allauth.error", (event) => {
  const note = document.getElementById("key-failed");
  if (!note) return;
  event.preventDefault();
  note.textContent = note.dataset.says;
});
