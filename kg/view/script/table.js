// The table twin: what is drawn, as two tables that can be sorted and downloaded.
const tablePanel = document.getElementById("table");
const sorting = { nodesTable: ["degree", -1], factsTable: ["from", 1] };

const COLUMNS = {
  nodesTable: {
    name: (node) => node.label,
    kind: (node) => say(node.kind),
    context: (node) => context(node),
    degree: (node) => node.around.size,
    sentences: (node) => node.quotes?.length ?? 0,
  },
  factsTable: {
    from: (fact) => fact.source.label,
    relation: (fact) => (fact.relation === "holds" ? saying(fact) : [say(fact.relation), detail(fact, "part")].filter(Boolean).join(": ")),
    to: (fact) => fact.target?.label ?? "",
    status: (fact) => (status(fact) ? named(status(fact)) : ""),
    dates: (fact) => span(fact),
    sentences: (fact) => fact.quotes?.length ?? 0,
    confidence: (fact) => sure(fact),
  },
};
const GOES = { name: (node) => node, from: (fact) => fact.source, to: (fact) => fact.target };

/** The drawn nodes, or the facts between them and those of one of them alone. */
function drawnRows(name) {
  if (name === "nodesTable") return drawing.nodes;
  const inside = new Set(drawing.nodes);
  return facts.filter((fact) => inside.has(fact.source) && (!fact.target || inside.has(fact.target)) && passes(fact));
}

/** Fill the tables. */
function showTable() {
  if (state.tab !== "table") return;
  const download = el("button", { type: "button", click: saveTables }, say("csv"));
  tablePanel.replaceChildren(download, ...Object.keys(COLUMNS).map(sheet));
}

/** One table in its present order. */
function sheet(name) {
  const columns = COLUMNS[name];
  const given = sorted(name, drawnRows(name));
  const head = Object.keys(columns).map((key) => headCell(name, key));
  return el(
    "table",
    { id: name },
    el("caption", {}, `${say(name)} (${amount(given.length)})`),
    el("thead", {}, el("tr", {}, ...head)),
    el("tbody", {}, ...given.map((row) => el("tr", {}, ...Object.keys(columns).map((key) => cell(columns, key, row))))),
  );
}

/** Rows by the column that was chosen. */
function sorted(name, given) {
  const [key, way] = sorting[name];
  const read = COLUMNS[name][key];
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "vi"));
  return [...given].sort((a, b) => way * compare(read(a), read(b)) || a.index - b.index);
}

/** A heading that sorts. */
function headCell(name, key) {
  const [chosen, way] = sorting[name];
  const sort = () => {
    sorting[name] = [key, chosen === key ? -way : 1];
    document.getElementById(name).replaceWith(sheet(name));
    document.querySelector(`#${name} button[data-key="${key}"]`).focus();
  };
  const order = key === chosen ? (way > 0 ? "ascending" : "descending") : "none";
  return el("th", { scope: "col", "aria-sort": order }, el("button", { type: "button", "data-key": key, click: sort }, say(key)));
}

/** A cell; names lead to what they name. */
function cell(columns, key, row) {
  const value = columns[key](row);
  if (typeof value === "number") return el("td.number", {}, amount(value));
  const item = GOES[key]?.(row);
  if (!item) return el("td", {}, value);
  return el("td", {}, el("button.go", { type: "button", click: () => go({ at: item.id }) }, value));
}

/** Save both tables as CSV files. */
function saveTables() {
  for (const [name, columns] of Object.entries(COLUMNS)) {
    const head = Object.keys(columns).map((key) => say(key));
    const body = sorted(name, drawnRows(name)).map((row) => Object.values(columns).map((read) => read(row)));
    const text = [head, ...body].map((line) => line.map(csvCell).join(",")).join("\r\n");
    save(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" }), name === "nodesTable" ? "nodes.csv" : "facts.csv");
  }
}

/** A value as a CSV cell that no spreadsheet takes for a formula. */
function csvCell(value) {
  const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hand a file to the reader. */
function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
