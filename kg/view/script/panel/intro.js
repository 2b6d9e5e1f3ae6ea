// The panel when nothing is picked: what the page holds, and where one may begin.
function introPanel() {
  const counts = COUNTS.kind.map(([kind, count]) => el("li", {}, shape(kind), el("span", {}, `${amount(count)} ${say(`${kind}-all`)}`)));
  const best = (kind) => nodes.filter((node) => node.kind === kind).sort((a, b) => b.around.size - a.around.size || a.index - b.index).slice(0, 4);
  const entry = (node) => el("li", {}, shape(node.kind), el("span", {}, jump(node), el("small", {}, ` ${say("links", { n: amount(node.around.size) })}`)));
  return [
    el("p", {}, say("intro")),
    ...pathNote(),
    scope(),
    data.left ? el("p.note", {}, say("left", { n: amount(nodes.length), left: amount(data.left) }), ...everywhere()) : "",
    el("h3", {}, say("contents")),
    el("ul.hubs", {}, ...counts),
    el("p.soft", {}, say("factsCount", { facts: amount(facts.length), articles: amount(articles.length) })),
    el("h3", {}, say("hubs")),
    el("ul.hubs", {}, ...["person", "body", "directive"].flatMap(best).map(entry)),
  ];
}

/** What of the graph the page was made of, null where it is the whole. */
function scope() {
  const { query, hops, since, until } = data.scope;
  const parts = [
    hops && say("scopeFocus", { name: items.get(data.centre)?.label ?? "", hops }),
    query && say("scopeQuery"),
    (since || until) && say("years", { from: since ?? "…", to: until ?? "…" }),
  ].filter(Boolean);
  return parts.length ? el("p.note", {}, `${say("scope")} ${parts.join(" · ")}`) : null;
}

/** Where a server shows the page: the search in all it has. */
function everywhere() {
  return data.site === null ? [] : [" ", el("a", { href: `${data.site}/search` }, say("searchAll"))];
}
