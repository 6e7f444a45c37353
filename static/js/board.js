// The board by keyboard: the table is one Tab stop, arrows move the mark, Shift+arrow down or up adds beds, Enter opens,
// "a" admits into the marked beds (for a night to come: writes an enquiry). Without JavaScript every link still works.
(() => {
  function prepare(table) {
    if (table.dataset.prepared !== undefined) return;
    table.dataset.prepared = "";
    table.setAttribute("role", "grid");
    const heads = [...table.tHead.querySelectorAll("[data-day]")];
    const days = heads.map((head) => head.dataset.day);
    const tonight = heads.findIndex((head) => head.matches(".tonight"));
    const isLater = (x) => days[x] > table.dataset.today;
    const rows = [...table.querySelectorAll("tr[data-bed]")];
    const grid = rows.map(() => []);
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row.cells) {
        if (cell.tagName !== "TD") continue;
        while (grid[y][x]) x += 1;
        for (let down = 0; down < cell.rowSpan; down += 1) for (let right = 0; right < cell.colSpan; right += 1) grid[y + down][x + right] = cell;
        x += cell.colSpan;
      }
    });

    const target = (cell) => cell.querySelector("a") ?? cell;
    const isFree = (cell) => !cell.querySelector(".stay");
    const mayChange = (row) => row.closest("tbody").dataset.mayChange !== undefined;
    let at = null;
    let marked = [];

    table.querySelectorAll("td a").forEach((link) => { link.tabIndex = -1; });

    function place(y, x, focus = true) {
      if (at) target(grid[at.y][at.x]).tabIndex = -1;
      at = { y, x };
      const element = target(grid[y][x]);
      element.tabIndex = 0;
      if (focus) {
        element.focus();
        element.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    }

    function mark(cells) {
      marked.forEach(({ y, x }) => grid[y][x].removeAttribute("aria-selected"));
      marked = cells;
      marked.forEach(({ y, x }) => grid[y][x].setAttribute("aria-selected", "true"));
      table.toggleAttribute("data-marking", marked.length > 1);
    }

    function hint() {
      table.querySelector(".hint")?.remove();
      if (!at || !mayChange(rows[at.y])) return;
      const cell = grid[at.y][at.x];
      const template = document.getElementById("board-hint");
      if (!isFree(cell) || !template || !cell.matches(":focus-within, :focus")) return;
      const words = template.content.firstElementChild.cloneNode(true);
      words.querySelectorAll("[data-when]").forEach((part) => { part.hidden = part.dataset.when !== (isLater(at.x) ? "later" : "now"); });
      words.classList.toggle("leftward", at.x > days.length - 5);
      cell.append(words);
    }

    function move(dy, dx) {
      let { y, x } = at;
      const from = grid[y][x];
      do { y += dy; x += dx; } while (grid[y]?.[x] === from);
      if (grid[y]?.[x]) place(y, x);
    }

    function add(dy) {
      const next = { y: at.y + dy, x: at.x };
      const cell = grid[next.y]?.[next.x];
      if (!cell || !isFree(cell) || !isFree(grid[at.y][at.x]) || rows[next.y].closest("tbody") !== rows[at.y].closest("tbody")) return;
      const cells = marked.length ? marked : [{ ...at }];
      const again = cells.findIndex((one) => one.y === next.y && one.x === next.x);
      mark(again < 0 ? [...cells, next] : cells.filter((one) => one.y !== at.y));
      place(next.y, next.x);
    }

    function open() {
      const element = target(grid[at.y][at.x]);
      if (element.matches("a") && !isFree(grid[at.y][at.x])) element.click();
      else admit();
    }

    function admit() {
      if (!mayChange(rows[at.y])) return;
      const cells = marked.length > 1 ? marked : [at];
      if (!cells.every(({ y, x }) => isFree(grid[y][x]) || grid[y][x].querySelector(".wait"))) return;
      const wait = cells.length === 1 && grid[at.y][at.x].querySelector("a.wait");
      if (wait) { wait.click(); return; }
      const query = new URLSearchParams(cells.map(({ y }) => ["bed", rows[y].dataset.bed]));
      if (at.x !== tonight) query.set("on", days[at.x]);
      location.assign(`${isLater(at.x) ? table.dataset.enquire : table.dataset.admit}?${query}`);
    }

    table.addEventListener("keydown", (event) => {
      if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
      const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
      const arrow = arrows[event.key];
      if (arrow && event.shiftKey && arrow[0]) add(arrow[0]);
      else if (arrow) { mark([]); move(...arrow); }
      else if (event.key === "Home") { mark([]); place(at.y, 0); }
      else if (event.key === "End") { mark([]); place(at.y, days.length - 1); }
      else if (event.key === "Escape" && marked.length) mark([]);
      else if (event.key === "Enter") open();
      else if (event.key === "a") admit();
      else return;
      event.preventDefault();
      event.stopPropagation();
      hint();
    });

    table.addEventListener("focusin", (event) => {
      const cell = event.target.closest("td");
      const y = grid.findIndex((row) => row.includes(cell));
      if (y < 0) return;
      if (!at || grid[at.y][at.x] !== cell) place(y, grid[y].indexOf(cell), false);
      hint();
    });
    table.addEventListener("focusout", () => setTimeout(hint));
    table.addEventListener("click", (event) => {
      const cell = event.target.closest("td");
      if (!cell || event.target.closest("a") || !cell.closest("tr[data-bed]")) return;
      const y = rows.indexOf(cell.parentElement);
      mark([]);
      place(y, grid[y].indexOf(cell));
    });

    const first = tonight < 0 ? 0 : tonight;
    const free = rows.findIndex((row, y) => isFree(grid[y][first]));
    if (rows.length) place(Math.max(free, 0), first, false);
    table.goTo = (bed) => {
      const y = rows.findIndex((row) => row.dataset.bed === bed);
      if (y >= 0) place(y, first);
    };
  }

  const start = () => { const table = document.getElementById("board"); if (table) prepare(table); };
  addEventListener("DOMContentLoaded", start);
  addEventListener("htmx:afterSettle", start);
  addEventListener("click", (event) => {
    const link = event.target.closest("a[data-mark]");
    const table = document.getElementById("board");
    if (!link || !table?.goTo || !table.checkVisibility()) return;
    event.preventDefault();
    table.goTo(link.dataset.mark);
  });
})();
