// Every change of a call is saved within two seconds. While the line is down or her session has ended, what she typed is
// sealed (AES-GCM) into the browser under a key made from a secret that lives in her signed-in pages alone, and sent
// again and again. What a killed page left there is sent by the next page that she opens; what others left is deleted.
(() => {
  const page = document.querySelector("[data-autosave]");
  if (!page) return;
  const PAUSE = 600, AT_MOST = 1500, PATIENCE = 8000, DELAYS = [1, 2, 4, 8, 16, 30];
  const { autosave: url, keyUrl, user } = page.dataset;

  // The safe in the browser: one sealed text for each call, or nothing where the browser has no subtle crypto.
  const subtle = globalThis.crypto?.subtle;
  const bytes = (text) => new TextEncoder().encode(text);
  const key = subtle && subtle.digest("SHA-256", bytes(`${page.dataset.secret}:${user}`))
    .then((raw) => subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]));

  const table = (mode, act) => new Promise((done, fail) => {
    const opening = indexedDB.open("lipa", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("unsent", { keyPath: "id" });
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("unsent", mode);
      const asked = act(transaction.objectStore("unsent"));
      transaction.oncomplete = () => { opening.result.close(); done(asked?.result); };
      transaction.onabort = () => { opening.result.close(); fail(transaction.error); };
    };
  });
  const place = (id) => bytes(`${id}:${user}`);
  const safe = {
    async put(id, text) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const box = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: place(id) }, await key, bytes(text));
      await table("readwrite", (rows) => rows.put({ id, user, iv, box, at: Date.now() }));
    },
    async open(row) {
      const text = await subtle.decrypt({ name: "AES-GCM", iv: row.iv, additionalData: place(row.id) }, await key, row.box);
      return new TextDecoder().decode(text);
    },
    all: () => table("readonly", (rows) => rows.getAll()),
    remove: (id) => table("readwrite", (rows) => rows.delete(id)).catch(() => {}),
  };

  // Asking the server. Answers a state: what it said, or why it said nothing.
  let token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;

  async function post(text, again = true) {
    const fields = new URLSearchParams(text);
    fields.set("csrfmiddlewaretoken", token);
    let answer;
    try {
      answer = await fetch(url, { method: "POST", body: fields, redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    } catch { return { state: "offline" }; }
    if (answer.type === "opaqueredirect") return { state: "expired" };
    if (answer.status === 403 && again) {
      const renewed = await renew();
      return renewed === "mine" ? post(text, false) : { state: renewed };
    }
    if ([400, 413].includes(answer.status)) return { state: "tooLong" };
    return answer.ok ? answer.json().catch(() => ({ state: "offline" })) : { state: "offline" };
  }

  async function renew() {
    let answer;
    try {
      answer = await fetch(keyUrl, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    } catch { return "offline"; }
    if (answer.type === "opaqueredirect") return "expired";
    if (!answer.ok) return "offline";
    const now = await answer.json();
    if (String(now.user) !== user) return "stranger";
    token = now.token;
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    return "mine";
  }

  // What an earlier page could not send.
  async function sendLeftovers() {
    if (!subtle) return;
    let sent = false;
    for (const row of await safe.all().catch(() => [])) {
      const text = row.user === user ? await safe.open(row).catch(() => null) : null;
      if (text === null) { await safe.remove(row.id); continue; } // another's, or from before she signed out
      const fields = new URLSearchParams(text);
      if (fields.get("ago")) fields.set("ago", Number(fields.get("ago")) + Date.now() - row.at); // the call began so much earlier
      const { state } = await post(fields);
      if (["saved", "newer", "finished", "taken"].includes(state)) await safe.remove(row.id);
      sent ||= state === "saved" && (!page.dataset.call || row.id === page.dataset.call);
    }
    if (sent) location.replace(page.dataset.page || location.href);
  }
  const leftovers = sendLeftovers();

  const form = page.matches("form") ? page : null;
  if (!form) return;
  const words = page.dataset;
  const loud = form.querySelector("[data-unsaved]");
  const quiet = form.querySelector("[data-saved]");
  const timer = form.querySelector("[data-timer]");
  if (timer && words.began && !words.ended) timer.dataset.minutesSince = words.began;

  let number = Number(form.elements.save.value);
  let firstKey = null, dirty = false, dirtySince = 0, waiting = null, running = null, tries = 0, stopped = false, state = "saved";

  function body(save = number) {
    form.elements.save.value = save;
    form.elements.ago.value = firstKey === null ? "" : Math.round(performance.now() - firstKey);
    return new URLSearchParams(new FormData(form)).toString();
  }

  function tell(sentence, link) {
    loud.replaceChildren(sentence);
    if (link) loud.append(" ", Object.assign(document.createElement("a"), link));
    loud.hidden = !sentence;
    if (sentence) quiet.hidden = true;
  }

  async function explain() {
    let kept = false;
    if (["offline", "expired"].includes(state) && subtle) kept = await safe.put(words.call, body(number + 1)).then(() => true, () => false);
    const here = kept ? "" : "Here";
    window.onbeforeunload = kept || state === "saved" ? null : (event) => event.preventDefault();
    if (state === "offline") tell(words[`offline${here}`]);
    if (state === "expired") tell(words[`expired${here}`], { href: words.signIn, target: "_blank", textContent: words.signInWords });
    if (state === "stranger") tell(words.stranger);
    if (state === "tooLong") tell(words.tooLong);
    if (["newer", "finished"].includes(state)) {
      window.onbeforeunload = null;
      tell(words[state], { href: words.page, textContent: words.openWords });
    }
    if (state === "taken") {
      window.onbeforeunload = null;
      tell(words.taken, { href: words.desk, textContent: words.deskWords });
    }
  }

  function saved(answer) {
    tries = 0;
    tell("");
    window.onbeforeunload = null;
    quiet.textContent = words.savedAt.replace("{time}", answer.at);
    quiet.hidden = false;
    if (!timer.dataset.minutesSince && !words.ended) {
      timer.dataset.minutesSince = answer.began_ms;
      form.querySelector("[data-began-words]").textContent = `${words.since.replace("{time}", answer.began)}, `;
      document.dispatchEvent(new Event("lipa:began"));
    }
    if (location.pathname !== words.page) history.replaceState(null, "", words.page);
    if (subtle && !dirty) safe.remove(words.call);
  }

  async function send() {
    await leftovers;
    dirty = false;
    number += 1;
    const answer = await post(body());
    state = answer.state;
    if (state === "saved") { saved(answer); return true; }
    dirty = true;
    stopped = ["newer", "finished", "taken"].includes(state);
    await explain();
    if (!stopped) wait(DELAYS[Math.min(tries++, DELAYS.length - 1)] * 1000);
    return false;
  }

  // One save at a time; what changed meanwhile goes with the next one.
  async function flush() {
    clearTimeout(waiting);
    waiting = null;
    if (running) await running;
    running = send();
    const done = await running;
    running = null;
    if (done && dirty) soon();
    return done;
  }

  function wait(time) {
    clearTimeout(waiting);
    waiting = setTimeout(flush, time);
  }

  function soon() {
    const now = performance.now();
    wait(Math.max(0, Math.min(PAUSE, dirtySince + AT_MOST - now)));
  }

  let sealing = null;
  function changed() {
    firstKey ??= performance.now();
    if (!dirty) dirtySince = performance.now();
    dirty = true;
    if (stopped) return;
    if (state === "saved") return running ? undefined : soon();
    clearTimeout(sealing); // the line is down: what is new goes into the safe at once
    sealing = setTimeout(explain, 300);
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  addEventListener("online", () => { if (state === "offline" || dirty) { tries = 0; flush(); } });
  addEventListener("offline", () => { if (state === "saved") { state = "offline"; dirty = dirty || firstKey !== null; explain(); if (dirty) wait(1000); } });
  const back = () => { if (state === "expired" && document.visibilityState === "visible") renew().then((now) => { if (now === "mine") flush(); }); };
  addEventListener("focus", back);
  document.addEventListener("visibilitychange", back);
  addEventListener("pagehide", () => {
    if (!dirty || stopped || state !== "saved") return;
    number += 1;
    navigator.sendBeacon(url, new URLSearchParams(body()));
  });
  document.addEventListener("lipa:leave", (event) => { if (dirty) event.detail.waits.push(flush()); });
  form.querySelector("[data-discard]").addEventListener("click", () => { stopped = true; dirty = false; if (subtle) safe.remove(words.call); });

  // On to another draft, a new call, a colleague: what is unsaved is saved first.
  const handOver = form.querySelector("[data-saves]");
  if (handOver) handOver.hidden = false;
  addEventListener("click", async (event) => {
    const link = event.target.closest(".pill, .skip[data-key=n], [data-saves]");
    if (!link || stopped || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!dirty && !running && link !== handOver) return;
    event.preventDefault();
    if (await flush()) { dirty = false; location.assign(link.href); }
  });

  // Finishing goes only over a line that carries: the last save tells.
  let finishing = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (finishing || stopped) return;
    finishing = true;
    form.setAttribute("aria-busy", "true");
    if (await flush()) { dirty = false; form.submit(); }
    finishing = false;
    form.removeAttribute("aria-busy");
  });

  // Another programme asks with other words: save, then ask again.
  form.addEventListener("change", async (event) => {
    if (event.target.name === "programme" && await flush()) location.assign(words.page);
  });
})();
