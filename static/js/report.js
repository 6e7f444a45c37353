// Marks the number that is open beside the report, also after the browser's Back.
function markOpened() {
  for (const number of document.querySelectorAll("a.opens")) {
    if (number.pathname === location.pathname) number.setAttribute("aria-current", "true");
    else number.removeAttribute("aria-current");
  }
}
addEventListener("htmx:pushedIntoHistory", markOpened);
addEventListener("htmx:historyRestore", markOpened);
document.body.addEventListener("htmx:pushedIntoHistory", markOpened);
markOpened();
