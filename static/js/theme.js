// Light and dark follow the system; the switch is remembered in a cookie, which outlives the clearing at sign-out.
(() => {
  const root = document.documentElement;
  const kept = document.cookie.match(/(?:^|; )theme=(light|dark)/);
  if (kept) root.dataset.theme = kept[1];
  addEventListener("click", (event) => {
    if (!event.target.closest("[data-switch-theme]")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax${secure}`;
  });
})();
