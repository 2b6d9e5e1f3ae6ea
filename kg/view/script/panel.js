// The panel: what is known of the picked thing, line or article, each fact with its sentence.
const panel = document.getElementById("panel");
const MANY = 12;
const PANELS = { bundle: bundlePanel, article: articlePanel };

/** Show what the state picks, or what the page holds. */
function showPanel() {
  const item = items.get(state.at) ?? bundles.get(state.at);
  const make = item ? (PANELS[item.kind] ?? nodePanel) : introPanel;
  panel.replaceChildren(...make(item).filter(Boolean));
  panel.scrollTop = 0;
}

/** The panel of a person, body, directive or event. */
function nodePanel(node) {
  return [
    kindLine(node.kind),
    el("h2", {}, node.label),
    acts(node),
    pathNote(),
    particulars(node),
    ...factList(node.facts, node),
    el("h3", {}, say("mentions")),
    ...(node.quotes?.length ? quotations(node, 2) : [el("p.soft", {}, say("noEvidence"))]),
    el("h3", {}, say("address")),
    el("p.iri", {}, node.id.includes("://") ? node.id : data.base + node.id),
  ];
}

/** The panel of a line: all facts between two nodes. */
function bundlePanel({ low, high, facts: told }) {
  return [
    kindLine("relation"),
    el("h2", {}, jump(low), " — ", jump(high)),
    ...ordered(told.filter(passes)).map((fact) => factBlock(fact, null, 3)),
  ];
}

/** The panel of an article: what was read in it. */
function articlePanel(article) {
  const rows = ["date", "publisher", "byline", "dateline", "identifier"]
    .filter((key) => article[key])
    .map((key) => [key, key === "date" ? day(article[key]) : article[key]]);
  return [
    kindLine("article"),
    el("h2", {}, article.label),
    el("p", {}, outside(article)),
    pairs(rows),
    el("h3", {}, `${say("readIn")} (${amount(article.facts.length)})`),
    ...limited(ordered(article.facts.filter(passes)), (fact) => factBlock(fact, null)),
  ];
}

/** The panel when nothing is picked: what the page holds, and where one may begin. */
function introPanel() {
  const counts = Object.keys(data.kinds).map((kind) =>
    el("li", {}, shape(kind), ` ${amount(nodes.filter((node) => node.kind === kind).length)} `, say(`${kind}-all`)),
  );
  const hubs = [...nodes].sort((a, b) => b.around.size - a.around.size || a.index - b.index).slice(0, 8);
  return [
    el("p", {}, say("intro")),
    pathNote(),
    el("h3", {}, say("contents")),
    el("ul.hubs", {}, ...counts),
    el("p.soft", {}, `${amount(facts.length)} ${say("factsCount")}, ${amount(articles.length)} ${say("articles")}`),
    el("h3", {}, say("hubs")),
    el("ul.hubs", {}, ...hubs.map((node) => el("li", {}, shape(node.kind), " ", jump(node), ` (${node.around.size})`))),
  ];
}

/** The kind in words and shape, and the way to close the panel. */
function kindLine(kind) {
  const close = el("button", { type: "button", "aria-label": say("close"), click: () => go({ at: "" }) }, "×");
  return el("p.kindline", {}, kind === "relation" ? "" : shape(kind), el("span", {}, say(kind)), close);
}

/** What can be done with a node. */
function acts(node) {
  const shown = new Set(drawing.nodes);
  const left = near(node).filter((other) => !shown.has(other)).length;
  const button = (key, click, values) => el("button", { type: "button", click }, say(key, values));
  const opened = isUnfolded(node.id);
  return el(
    "div.acts",
    {},
    left ? button(opened ? "unfoldMore" : "unfold", () => unfold(node.id), { n: left }) : "",
    opened ? button("fold", () => foldIn(node.id)) : "",
    button("alone", () => visit(node.id)),
    button("path", () => startPath(node.id)),
  );
}

/** Begin to look for the path from a node to the next one picked. */
function startPath(id) {
  pathFrom = id;
  showPanel();
  announce(say("pathPick"));
  search.value = "";
  search.focus();
}

/** What is to be said of a path: pick its end, its length, or that there is none. */
function pathNote() {
  if (pathFrom) return el("p", {}, el("strong", {}, say("pathPick")));
  const entry = state.show.find((one) => one.includes(">"));
  if (!entry) return null;
  const path = shortest(...ends(entry).map((id) => items.get(id)));
  return el("p.soft", {}, path ? say("pathFound", { n: path.length - 1 }) : say("pathNone"));
}

/** A node's own details. */
function particulars(node) {
  const rows = (node.details ?? []).map(([key, value]) => [key, plain(value, key)]);
  if (node.also?.length) rows.unshift(["also", node.also.join("; ")]);
  return pairs(rows);
}

/** Words and values in two columns. */
function pairs(rows) {
  return el("dl", {}, ...rows.flatMap(([key, value]) => [el("dt", {}, say(key)), el("dd", {}, value)]));
}

/** A node's facts under headings by relation and direction. */
function factList(given, node) {
  const groups = new Map();
  for (const fact of ordered(given.filter(passes))) {
    const title = say(fact.source === node ? fact.relation : `${fact.relation}-in`);
    groups.set(title, [...(groups.get(title) ?? []), fact]);
  }
  return [...groups].flatMap(([title, told]) => [
    el("h3", {}, `${title} (${amount(told.length)})`),
    ...limited(told, (fact) => factBlock(fact, node)),
  ]);
}

/** The first few of many, and a button for all. */
function limited(given, make) {
  if (given.length <= MANY + 3) return given.map(make);
  const button = el("button", { type: "button" }, say("showAll", { n: amount(given.length) }));
  button.addEventListener("click", () => button.replaceWith(...given.slice(MANY).map(make)));
  return [...given.slice(0, MANY).map(make), button];
}

/** A fact as seen from a node (or from outside): other end, role, status, dates, sentences. */
function factBlock(fact, node, limit = 1) {
  const rows = ["term", "decidedBy", "observedOn"].flatMap((key) =>
    details(fact, key).length ? [[key, details(fact, key).map((value) => plain(value, key)).join(", ")]] : [],
  );
  return el(
    "div.fact",
    {},
    el("p", {}, ...(node ? fromNode(fact, node) : fromOutside(fact)), ...standing(fact)),
    rows.length ? pairs(rows) : "",
    OWN.has(fact.relation) && fact.quotes?.length ? el("p.soft", {}, say("inherited")) : "",
    ...(fact.quotes?.length ? quotations(fact, limit) : [el("p.soft", {}, say("noEvidence"))]),
  );
}

/** A fact under its heading: "Bí thư, Huyện ủy Văn Lâm" or "Nguyễn Bật Khánh, Bí thư". */
function fromNode(fact, node) {
  const told = saying(fact) === say(fact.relation) ? "" : el("strong", {}, saying(fact));
  const other = fact.source === node ? fact.target : fact.source;
  const parts = [told, other ? jump(other) : ""].filter(Boolean);
  if (fact.source !== node) parts.reverse();
  return parts.flatMap((one, number) => (number ? [" · ", one] : [one]));
}

/** A fact by itself: "Nguyễn Bật Khánh Bí thư → Huyện ủy Văn Lâm". */
function fromOutside(fact) {
  const end = fact.target ? [" → ", jump(fact.target)] : [];
  return [jump(fact.source), " ", el("strong", {}, saying(fact)), ...end];
}

/** A fact's status and dates: "[đương nhiệm] 2018 – 2020". */
function standing(fact) {
  const name = status(fact);
  const badge = /former|ends|proposed/.test(name) ? "span.badge.off" : "span.badge";
  return [...(name ? [" ", el(badge, {}, named(name))] : []), span(fact) ? ` ${span(fact)}` : ""];
}
