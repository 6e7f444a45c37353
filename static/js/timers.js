// Running minutes, by the server's clock: an element with data-minutes-since (milliseconds) shows how long ago that was.
// In whole minutes: running seconds would twitch.
(() => {
  const ahead = Number(document.body.dataset.now) * 1000 - Date.now(); // the server's clock before ours
  const words = (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return [hours && `${hours}\u00a0h`, (rest || !hours) && `${rest}\u00a0min`].filter(Boolean).join(" ");
  };
  const tick = () => document.querySelectorAll("[data-minutes-since]").forEach((element) => {
    if (!element.dataset.minutesSince) return;
    const now = words(Math.max(0, Math.floor((Date.now() + ahead - Number(element.dataset.minutesSince)) / 60000)));
    if (element.textContent !== now) element.textContent = now;
  });
  setInterval(tick, 5000);
  document.addEventListener("lipa:began", tick);
  tick();
})();
