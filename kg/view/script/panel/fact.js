// A fact in the panel: other end, role, status, dates, and under it the sentence it was read from.
const MANY = 12;

/** A node's facts under headings by relation and direction. */
function factList(given, node) {
  const groups = new Map();
  for (const fact of ordered(given.filter(passes))) {
    const title = say(fact.source === node ? fact.relation : `${fact.relation}-in`);
    groups.set(title, [...(groups.get(title) ?? []), fact]);
  }
  return [...groups].flatMap(([title, told]) => [
    el("h3", {}, `${capital(title)} (${amount(told.length)})`),
    ...limited(told, (fact) => factBlock(fact, node)),
  ]);
}

/** How many facts the filters hide, and the way to see them. */
function hiddenNote(given) {
  const hidden = given.filter((fact) => !passes(fact)).length;
  return hidden ? el("p.note", {}, say("hidden", { n: amount(hidden) }), " ", button("reset", clearFilters)) : "";
}

/** The first few of many, and a button for all. */
function limited(given, make) {
  if (given.length <= MANY + 3) return given.map(make);
  const more = el("button", { type: "button" }, say("showAll", { n: amount(given.length) }));
  more.addEventListener("click", () => {
    const rest = given.slice(MANY).map(make);
    more.replaceWith(...rest);
    rest[0].querySelector("button")?.focus();
  });
  return [...given.slice(0, MANY).map(make), more];
}

/** A fact as seen from a node (or from outside). */
function factBlock(fact, node, limit = 1, article = null) {
  const rows = ["term", "decidedBy", "observedOn"].flatMap((key) =>
    details(fact, key).length ? [[key, details(fact, key).map((value) => plain(value, key)).join(", ")]] : [],
  );
  return el(
    "div.fact",
    {},
    el("p", {}, ...(node ? fromNode(fact, node) : fromOutside(fact)), ...standing(fact)),
    rows.length ? pairs(rows) : "",
    OWN.has(fact.relation) && fact.quotes?.length ? el("p.soft", {}, say("inherited")) : "",
    ...(fact.quotes?.length ? quotations(fact, limit, article) : [el("p.soft", {}, say("noEvidence"))]),
  );
}

/** A fact under its heading: "Bí thư · Huyện ủy Văn Lâm" or "Nguyễn Bật Khánh · Bí thư". */
function fromNode(fact, node) {
  const told = saying(fact) === say(fact.relation) ? "" : fact.post ? jump(fact.post, saying(fact)) : el("strong", {}, saying(fact));
  const other = fact.source === node ? fact.target : fact.source;
  const parts = [told, other ? jump(other) : ""].filter(Boolean);
  if (fact.source !== node) parts.reverse();
  return parts.flatMap((one, number) => (number ? [" · ", one] : [one]));
}

/** A fact by itself: "Nguyễn Bật Khánh · Bí thư → Huyện ủy Văn Lâm". */
function fromOutside(fact) {
  const end = fact.target ? [" → ", jump(fact.target)] : [];
  return [jump(fact.source), " · ", el("strong", {}, saying(fact)), ...end];
}

/** A fact's status and dates: "[đương nhiệm] 2018 – 2020". */
function standing(fact) {
  const name = status(fact);
  const badge = isOff(fact) ? "span.badge.off" : "span.badge";
  return [...(name ? [" ", el(badge, {}, named(name))] : []), span(fact) ? ` ${span(fact)}` : ""];
}

/** Words and values in two columns. */
function pairs(rows) {
  return el("dl", {}, ...rows.flatMap(([key, value]) => [el("dt", {}, say(key)), el("dd", {}, value)]));
}
