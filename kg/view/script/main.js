// Where the parts meet: the address changes, and all parts show the state it holds.

/** Write the words that stand in the page itself. */
function showWords() {
  document.documentElement.lang = language ? "en" : "vi";
  for (const one of document.querySelectorAll("[data-text]")) one.textContent = say(one.dataset.text);
  for (const one of document.querySelectorAll("[data-label]")) {
    one.setAttribute("aria-label", say(one.dataset.label));
    if (one.matches("button")) one.title = say(one.dataset.label);
  }
  search.placeholder = say("search");
  document.getElementById("language").textContent = say("language");
  document.getElementById("language").lang = language ? "vi" : "en";
}

/** Show one of the tabs. */
function showTab() {
  for (const name of ["graph", "table"]) {
    const isChosen = state.tab === name;
    const tab = document.getElementById(`tab-${name}`);
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    document.getElementById(name).hidden = !isChosen;
  }
  for (const order of ["force", "layers"]) {
    document.getElementById(`order-${order}`).setAttribute("aria-pressed", String(state.order === order));
  }
}

/** How much is drawn, as words take it. */
function drawnCounts() {
  return { n: amount(drawing.nodes.length), all: amount(nodes.length), m: amount(drawing.lines.length), cut: amount(drawing.cut) };
}

/** Say how much is drawn. */
function showCount() {
  const counts = drawnCounts();
  const cut = drawing.cut ? ` · ${say("cut", counts)}` : "";
  const count = document.getElementById("count");
  const told = drawing.nodes.length ? say("drawn", counts) + cut : say("nothingDrawn");
  if (count.textContent && count.textContent !== told) announce(told);
  count.textContent = told;
  canvas.setAttribute("aria-label", say("graphLabel", counts));
}

/** Follow the address. */
function follow() {
  const focused = document.activeElement?.dataset?.entry;
  const hadFocus = document.activeElement !== document.body;
  state = readState();
  language = state.lang === "en" ? 1 : 0;
  const wasHidden = document.getElementById("graph").hidden;
  showWords();
  showTab();
  draw();
  if (wasHidden && state.tab === "graph") requestAnimationFrame(fit);
  markSelected();
  showPanel();
  showFilters();
  showTime();
  showTable();
  showCount();
  if (focused) document.querySelector(`[data-entry="${CSS.escape(focused)}"]`)?.focus();
  if (hadFocus && document.activeElement === document.body) panel.focus({ preventScroll: true });
}

const CLICKS = {
  language: () => go({ lang: language ? "vi" : "en" }),
  overview: () => {
    pathFrom = null;
    go({ show: ["*"], at: "" });
  },
  "tab-graph": () => go({ tab: "graph" }),
  "tab-table": () => go({ tab: "table" }),
  "order-force": () => go({ order: "force" }),
  "order-layers": () => go({ order: "layers" }),
  "zoom-in": () => zoom(1.3),
  "zoom-out": () => zoom(1 / 1.3),
  fit: () => fit(),
  ...TAKEN,
};
for (const [id, act] of Object.entries(CLICKS)) document.getElementById(id).addEventListener("click", act);
document.querySelector(".tabs").addEventListener("keydown", (event) => {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  const other = state.tab === "graph" ? "table" : "graph";
  go({ tab: other });
  document.getElementById(`tab-${other}`).focus();
});
for (const sheetOf of document.querySelectorAll("nav details")) {
  sheetOf.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !sheetOf.open) return;
    sheetOf.open = false;
    sheetOf.querySelector("summary").focus();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!sheetOf.contains(event.target)) sheetOf.open = false;
  });
}
addEventListener("hashchange", follow);
let fitted = innerWidth;
addEventListener("resize", () => {
  // A telephone's keyboard changes the height alone: what the reader has zoomed to stays.
  if (state.tab === "graph" && innerWidth !== fitted) fit();
  fitted = innerWidth;
});
follow();
requestAnimationFrame(() => setTimeout(() => {
  index ??= makeIndex();
  performance.mark("usable");
  setTimeout(fillIndex, 200);
}));
