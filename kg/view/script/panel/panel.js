// The panel: what is known of the picked thing, line, post or article, each fact with its sentence.
const panel = document.getElementById("panel");
const PANELS = { bundle: bundlePanel, article: articlePanel, post: postPanel };

/** Show what the state picks, or what the page holds. */
function showPanel() {
  const item = items.get(state.at) ?? bundles.get(state.at);
  const make = item ? (PANELS[item.kind] ?? nodePanel) : introPanel;
  panel.replaceChildren(...make(item).filter(Boolean));
  panel.scrollTop = 0;
}

/** The panel of a person, body, directive, event or thing. */
function nodePanel(node) {
  return [
    kindLine(node.kind),
    el("h2", {}, node.label),
    acts(node),
    ...pathNote(),
    particulars(node),
    hiddenNote(node.facts),
    ...timelineOf(node),
    ...factList(node.facts, node),
    el("h3", {}, `${say("mentions")} (${amount(sentencesOf(node))})`),
    ...(node.quotes?.length ? quotations(node, 2) : [el("p.soft", {}, say("noEvidence"))]),
    node.mentions ? el("p.soft", {}, say("notCarried", { n: amount(node.mentions - node.quotes.length), m: amount(node.articles.length) })) : "",
    ...address(node.id),
  ];
}

/** The timeline of a person's posts, or of a body's holders. */
function timelineOf(node) {
  const held = node.facts.filter((fact) => fact.relation === "holds");
  if (node.kind === "person") {
    return timeline(held, "career", (fact) => ({ item: fact.post, text: [saying(fact), fact.target?.label].filter(Boolean).join(", ") }));
  }
  if (node.kind !== "body") return [];
  return timeline(held, "holders", (fact) => ({ item: fact.source, text: `${fact.source.label}, ${saying(fact)}` }));
}

/** The panel of a post: its holders in time, and every fact that says so. */
function postPanel(post) {
  return [
    kindLine("post"),
    el("h2", {}, [post.role[language], post.body?.label].filter(Boolean).join(" ")),
    post.body ? el("p", {}, jump(post.body)) : "",
    ...pathNote(),
    hiddenNote(post.facts),
    ...timeline(post.facts, "holders", (fact) => ({ item: fact.source, text: fact.source.label })),
    el("h3", {}, `${capital(say("holds-in"))} (${amount(people(post.facts.filter(passes)).length)})`),
    ...limited(post.facts.filter(passes), (fact) => factBlock(fact, post.body ?? null)),
    ...(post.id.includes("://") ? address(post.id) : []),
  ];
}

/** The panel of a line: all facts between two nodes. */
function bundlePanel({ low, high, facts: told }) {
  return [
    kindLine("relation"),
    el("h2", {}, jump(low), " — ", jump(high)),
    ...pathNote(),
    ...ordered(told.filter(passes)).map((fact) => factBlock(fact, null, 3)),
  ];
}

/** The panel of an article: what was read in it. */
function articlePanel(article) {
  const rows = ["date", "publisher", "byline", "dateline", "identifier"]
    .filter((key) => article[key])
    .map((key) => [key, key === "date" ? day(article[key]) : article[key]]);
  const told = ordered(article.facts.filter(passes));
  return [
    kindLine("article"),
    el("h2", {}, article.label),
    el("p", {}, outside(article)),
    pairs(rows),
    ...pathNote(),
    hiddenNote(article.facts),
    el("h3", {}, `${say("readIn")} (${amount(told.length)})`),
    ...limited(told, (fact) => factBlock(fact, null, 1, article)),
  ];
}

/** The kind in words and shape, and the way to close the panel. */
function kindLine(kind) {
  const close = el("button", { type: "button", "aria-label": say("close"), click: () => go({ at: "" }) }, "×");
  return el("p.kindline", {}, kind === "relation" ? "" : shape(kind), el("span", {}, say(kind)), close);
}

/** What can be done with a node: unfold its neighbours by kind, fold them, look for connections. */
function acts(node) {
  const drawn = new Set(drawing.nodes);
  const all = near(node);
  const kinds = Object.keys(data.shapes).map((kind) => [kind, all.filter((other) => other.kind === kind && !drawn.has(other)).length]);
  const left = kinds.filter(([, count]) => count);
  const total = left.reduce((sum, [, count]) => sum + count, 0);
  const open = (kind, count) => el("button", { type: "button", "aria-label": `${say("unfoldKind")}: ${say(`${kind}-all`)}, ${count}`, click: () => unfold(node.id, kind) }, shape(kind), ` +${amount(count)}`);
  const isFull = drawing.nodes.length >= FITS;
  return el(
    "div.acts",
    {},
    total && isFull ? el("span.soft", {}, say("full", { n: amount(FITS) })) : total ? button("unfold", () => unfold(node.id), { n: amount(total) }) : "",
    ...(left.length > 1 && !isFull ? left.map(([kind, count]) => open(kind, count)) : []),
    isUnfolded(node.id) ? button("fold", () => foldIn(node.id)) : "",
    button("alone", () => visit(node.id)),
    button("path", () => startPath(node.id)),
    data.site === null ? "" : el("a", { href: `${data.site}/view?focus=${encodeURIComponent(data.base + node.id)}&lang=${state.lang}` }, say("around")),
  );
}

/** Begin to look for the connections of a node with the next one picked. */
function startPath(id) {
  pathFrom = id;
  showPanel();
  announce(say("pathPick"));
  search.value = "";
  search.focus();
}

/** What is to be said of a path: to pick its end, its ways step by step, or that there is none. */
function pathNote() {
  if (pathFrom) return [el("p.note", {}, el("strong", {}, say("pathPick")), " ", button("cancel", () => { pathFrom = null; showPanel(); }))];
  const entry = state.show.find((one) => parse(one).to);
  if (!entry) return [];
  const { ways } = connections(...ends(entry).map((id) => items.get(id)));
  if (!ways.length) return [el("p.note", {}, say("pathNone"))];
  const step = (way) => way.flatMap((node, number) => (number ? [" → ", jump(node)] : [jump(node)]));
  return [
    el("h3", {}, say("pathFound", { n: ways[0].length - 1, ways: `${ways.length}${ways.length === WAYS_SHOWN ? "+" : ""}` })),
    el("ol.ways", {}, ...ways.map((way) => el("li", {}, ...step(way)))),
  ];
}

/** A node's own details. */
function particulars(node) {
  const rows = (node.details ?? []).map(([key, value]) => [key, plain(value, key)]);
  if (node.also?.length) rows.unshift(["also", node.also.join("; ")]);
  return rows.length ? pairs(rows) : "";
}

/** The IRI of an item; where a server shows the page, a link to all it knows of it. */
function address(id) {
  const iri = id.includes("://") ? id : data.base + id;
  const more = data.site === null || id.includes("://") ? "" : el("p", {}, el("a", { href: `${data.site}/${id}` }, say("allOfIt")));
  return [el("h3", {}, say("address")), el("p.iri", {}, iri), more];
}
