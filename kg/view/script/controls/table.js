// The table twin: what is drawn, as two tables that can be sorted, filtered and downloaded.
const tablePanel = document.getElementById("table");
const sorting = { nodesTable: ["degree", -1], factsTable: ["from", 1] };
let filtering = "";

const COLUMNS = {
  nodesTable: {
    name: (node) => node.label,
    kind: (node) => say(node.kind),
    context: (node) => context(node),
    degree: (node) => node.around.size,
    sentences: (node) => sentencesOf(node),
  },
  factsTable: {
    from: (fact) => fact.source.label,
    relation: (fact) => (fact.relation === "holds" ? saying(fact) : [say(fact.relation), detail(fact, "part")].filter(Boolean).join(": ")),
    to: (fact) => fact.target?.label ?? "",
    status: (fact) => (status(fact) ? named(status(fact)) : ""),
    dates: (fact) => span(fact) || briefly(fact),
    article: (fact) => source(fact)?.label ?? "",
    sentences: (fact) => sentencesOf(fact),
    confidence: (fact) => sure(fact),
  },
};
const GOES = { name: (node) => node, from: (fact) => fact.source, to: (fact) => fact.target, article: (fact) => source(fact) };

/** The article of a fact's first sentence. */
function source(fact) {
  return fact.quotes?.length ? articleOf(fact.quotes[0]) : undefined;
}

/** The drawn nodes, or the facts between them and those of one of them alone. */
function drawnRows(name) {
  if (name === "nodesTable") return drawing.nodes;
  const inside = new Set(drawing.nodes);
  return facts.filter((fact) => inside.has(fact.source) && (!fact.target || inside.has(fact.target)) && passes(fact));
}

/** The rows of a table that have all words of the filter, in their order. */
function tableRows(name) {
  const [key, way] = sorting[name];
  const columns = Object.values(COLUMNS[name]);
  const wanted = words(filtering);
  const holds = (row) => {
    const text = words(columns.map((read) => read(row)).join(" "));
    return wanted.every((word) => text.some((own) => own.startsWith(word)));
  };
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "vi"));
  const read = COLUMNS[name][key];
  const rows = drawnRows(name);
  return (wanted.length ? rows.filter(holds) : [...rows]).sort((a, b) => way * compare(read(a), read(b)) || a.index - b.index);
}

/** Fill the tables. */
function showTable() {
  if (state.tab !== "table") return;
  const filter = el("input", {
    type: "search", value: filtering, placeholder: say("filterRows"), "aria-label": say("filterRows"), "data-entry": "rows",
    input: (event) => {
      filtering = event.target.value;
      for (const name of Object.keys(COLUMNS)) document.getElementById(name).replaceWith(sheet(name));
    },
  });
  tablePanel.replaceChildren(el("p.acts", {}, filter, button("csv", saveTables)), ...Object.keys(COLUMNS).map(sheet));
}

/** One table in its present order. */
function sheet(name) {
  const columns = COLUMNS[name];
  const given = tableRows(name);
  const row = (item) => el("tr", { "aria-current": item.id && item.id === state.at ? "true" : null }, ...Object.keys(columns).map((key) => cell(columns, key, item)));
  return el(
    "table",
    { id: name },
    el("caption", {}, `${say(name)} (${amount(given.length)})`),
    el("thead", {}, el("tr", {}, ...Object.keys(columns).map((key) => headCell(name, key)))),
    el("tbody", {}, ...given.map(row)),
  );
}

/** A heading that sorts. */
function headCell(name, key) {
  const [chosenKey, way] = sorting[name];
  const sort = () => {
    sorting[name] = [key, chosenKey === key ? -way : 1];
    document.getElementById(name).replaceWith(sheet(name));
    document.querySelector(`#${name} button[data-key="${key}"]`).focus();
  };
  const order = key === chosenKey ? (way > 0 ? "ascending" : "descending") : "none";
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
