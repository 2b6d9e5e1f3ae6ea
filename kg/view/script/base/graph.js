// The graph in memory: nodes, facts and articles that know each other.
const nodes = data.nodes.map((node, index) => ({ ...node, index, facts: [], around: new Map() }));

/** Relations without a fact node: they are read from what names their source. */
const OWN = new Set(["partOf", "issuedBy", "organizedBy"]);
const facts = data.facts.map((fact, index) => ({
  ...fact,
  index,
  source: nodes[fact.source],
  target: fact.target === undefined ? null : nodes[fact.target],
  quotes: fact.quotes ?? (OWN.has(fact.relation) ? nodes[fact.source].quotes : undefined),
}));
const articles = data.articles.map((article, index) => ({
  ...article,
  index,
  kind: "article",
  label: article.title ?? article.identifier ?? article.id,
  nodes: new Set(),
  facts: [],
}));
const items = new Map([...articles, ...nodes].map((item) => [item.id, item]));

/** All facts between two nodes: what one drawn line stands for. */
const bundles = new Map();

for (const fact of facts) {
  fact.source.facts.push(fact);
  if (fact.target && fact.target !== fact.source) {
    fact.target.facts.push(fact);
    const [low, high] = [fact.source, fact.target].sort((a, b) => a.index - b.index);
    const id = `${low.id} ${high.id}`;
    if (!bundles.has(id)) bundles.set(id, { id, kind: "bundle", low, high, facts: [] });
    bundles.get(id).facts.push(fact);
    low.around.set(high, bundles.get(id));
    high.around.set(low, bundles.get(id));
  }
}
for (const item of [...nodes, ...facts]) {
  for (const number of item.quotes ?? []) {
    const article = articleOf(number);
    if (!item.relation) article.nodes.add(item);
    else if (article.facts.at(-1) !== item) article.facts.push(item);
  }
}
for (const node of nodes) for (const number of node.articles ?? []) articles[number].nodes.add(node);

/** The article of a quote, by the quote's number. */
function articleOf(number) {
  return articles[data.sentences[data.quotes[number][0]][0]];
}

/** The values that an item has under a key. */
function details(item, key) {
  return (item.details ?? []).filter(([name]) => name === key).map(([, value]) => value);
}

/** The first value as text in the reader's language, or "". */
function detail(item, key) {
  const [value] = details(item, key);
  return value === undefined ? "" : plain(value, key);
}

/** A value as text: of a node its label, of a term its label, dates as they are written. */
function plain(value, key = "") {
  if (value.n !== undefined) return nodes[value.n].label;
  if (value.t !== undefined) return named(value.t);
  return DATES.includes(key) ? day(value) : value;
}

/** The local name of a fact's status, "" for a fact that has none. */
function status(fact) {
  return details(fact, "status")[0]?.t ?? "";
}

/** Whether a fact holds no more, or not yet. */
function isOff(fact) {
  return /former|ends|proposed/.test(status(fact));
}

/** What a fact says between its ends: the role, the part, or the relation's name. */
function saying(fact) {
  const role = detail(fact, "role");
  const told = language ? detail(fact, "concept") || role : role;
  return told || detail(fact, "part") || say(fact.relation);
}

/** When a fact holds, as it is told: "4/2018 – 2020", or "" where nothing is told. */
function span(fact) {
  const [since, until] = [detail(fact, "since"), detail(fact, "until")];
  return since || until ? `${since || "…"} – ${until || "…"}` : "";
}

/** The years of a fact in a few letters: "2018–2020", "từ 2018", "2023" where it was only seen. */
function briefly(fact) {
  const year = (key) => details(fact, key)[0]?.slice(0, 4);
  const [since, until] = [year("since"), year("until")];
  if (since && until) return since === until ? since : `${since}–${until}`;
  if (since) return say("sinceYear", { year: since });
  if (until) return say("untilYear", { year: until });
  const [first, last] = (fact.when ?? []).map((date) => date.slice(0, 4));
  if (!first) return "";
  return first === last ? first : `${first}–${last}`;
}

/** How many sentences tell of an item. */
function sentencesOf(item) {
  return item.mentions ?? item.quotes?.length ?? 0;
}

/** How sure a fact is: that of its surest sentence. */
function sure(fact) {
  return Math.max(...(fact.quotes ?? []).map((number) => data.quotes[number][2]), 0) || 1;
}

const STANDING = ["current", "acting", "starts", "", "ends", "proposed", "former"];

/** Facts with those that hold now before those that held, and the latest first. */
function ordered(given) {
  const rank = (fact) => STANDING.indexOf(status(fact).replace("status-", ""));
  const date = (fact) => fact.when?.[1] ?? "";
  return [...given].sort((a, b) => rank(a) - rank(b) || date(b).localeCompare(date(a)) || sentencesOf(b) - sentencesOf(a) || a.index - b.index);
}
