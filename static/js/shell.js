// Leaving quickly: the page goes blank at once, what is still unsaved gets a moment, then its place in the history is
// taken by a neutral page. Without JavaScript the same form signs out and shows the sign-in.
(() => {
  const MOMENT = 2000;
  const atMost = (promise, time) => Promise.race([promise, new Promise((done) => setTimeout(done, time))]);

  addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-leave]");
    if (!form) return;
    event.preventDefault();
    const leaving = new CustomEvent("lipa:leave", { detail: { waits: [] } }); // listeners push promises of a last save
    document.dispatchEvent(leaving);
    const body = new FormData(form);
    document.documentElement.dataset.left = "";
    await atMost(Promise.allSettled(leaving.detail.waits), MOMENT);
    await atMost(fetch(form.action, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {}), MOMENT);
    location.replace(form.dataset.leave);
  });

  // A toast without an undo goes by itself, unless she is reading or reaching for it.
  const STAYS = 8000;
  const fade = (toast) => setTimeout(() => (toast.matches(":hover, :focus-within") ? fade(toast) : toast.remove()), STAYS);
  const look = () => document.querySelectorAll(".toast[data-fades]:not([data-seen])").forEach((toast) => {
    toast.dataset.seen = "";
    fade(toast);
  });
  addEventListener("DOMContentLoaded", look);
  addEventListener("htmx:afterSettle", look);
  addEventListener("click", (event) => event.target.closest("[data-close-toast]")?.closest(".toast").remove());

  // A part of the page that could not be fetched says so; a page that merely looks (a GET) is loaded anew to sign in.
  const say = (what) => {
    const words = document.getElementById(`toast-${what}`);
    const toasts = document.getElementById("toasts");
    if (!words || !toasts || toasts.dataset.said === what && toasts.childElementCount) return; // one that polls says it once
    toasts.dataset.said = what;
    toasts.replaceChildren(words.content.cloneNode(true));
  };
  addEventListener("htmx:sendError", () => say("offline"));
  addEventListener("htmx:timeout", () => say("offline"));
  addEventListener("htmx:responseError", () => say("failed"));
  addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (!xhr.responseURL || new URL(xhr.responseURL).pathname !== document.body.dataset.signIn) return;
    event.detail.shouldSwap = false;
    if (requestConfig.verb === "get") location.reload(); else say("ended");
  });

  // A dialog is opened by the button that names it.
  addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  });
})();
