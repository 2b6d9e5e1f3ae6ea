// The page's state lives in the address: back, forward and a copied link work by themselves.
//
//   at      what the panel shows: a node, post or article, or two nodes with a blank for their line
//   show    what is drawn, one entry a source: "*" the opening picture, "article/…" all that was
//           read in it, "post/…" its body and holders, "ID" a node with its neighbours, "ID@body"
//           with those of a kind, "ID~2" with twice as many, "-ID" a node alone, "ID>ID" the
//           shortest connections of two
//   hide    what is filtered out: "kind:event", "status:status-former", "level:commune"
//   unit    the administrative unit within which all must be
//   from    the first year or month of what is shown, to the last
//   sure    the least confidence, in hundredths
//   order   how the drawing is laid out: "force" or "layers"
const START = {
  at: data.centre ?? "", show: [data.centre ?? "*"], hide: [], unit: "", from: "", to: "", sure: 0,
  order: "force", lang: data.language, tab: "graph",
};

const DATE = /^\d{4}(-(0[1-9]|1[0-2]))?$/;
let state = START;
let pathFrom = null; // the node from which the next picked node gives the shortest connections

/** Read the state from the address; what the page does not know is passed over. */
function readState() {
  const read = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  const list = (key) => (read.has(key) ? read.get(key).split(",").filter(Boolean) : START[key]);
  const one = (key, pattern) => (pattern.test(read.get(key) ?? "") ? read.get(key) : START[key]);
  const at = read.get("at") ?? START.at;
  const isNode = (id) => Boolean(items.get(id)?.around);
  const isKnown = (entry) => entry === "*" || ends(entry).every(parse(entry).to === undefined ? (id) => items.has(id) : isNode);
  const show = list("show").filter(isKnown);
  return {
    at: items.has(at) || bundles.has(at) ? at : "",
    show: show.length ? show : START.show,
    hide: list("hide"),
    unit: Object.hasOwn(data.levels, read.get("unit") ?? "") ? read.get("unit") : "",
    from: one("from", DATE),
    to: lastDay(one("to", DATE) || "9999") < one("from", DATE) ? "" : one("to", DATE),
    sure: Math.min(100, Math.max(0, Number(read.get("sure")) || 0)),
    order: one("order", /^(force|layers)$/),
    lang: one("lang", /^(vi|en)$/),
    tab: one("tab", /^(graph|table)$/),
  };
}

/** Write a state as an address; what is as at the start is left out. */
function writeState(given) {
  const clean = (value) => encodeURIComponent(value).replace(/%(2F|2C|40|3E)/g, decodeURIComponent);
  const parts = Object.entries(given)
    .filter(([key, value]) => String(value) !== String(START[key]))
    .map(([key, value]) => `${key}=${clean(String(value))}`);
  return `#${parts.join("&")}`;
}

/** Change the state: the address changes, and the page follows it; a small step leaves no trace. */
function go(change, isStep = false) {
  const address = writeState({ ...state, ...change });
  if (address === (location.hash || "#")) return;
  if (isStep) location.replace(address);
  else location.hash = address;
}

/** Let everything pass. */
function clearFilters() {
  go({ hide: [], unit: "", from: "", to: "", sure: 0 });
}

/** The parts of an entry of `show`. */
function parse(entry) {
  const [, alone, from, to, kind, pages] = entry.match(/^(-?)([^>@~]*)(?:>([^@~]*))?(?:@(\w+))?(?:~(\d+))?$/) ?? [];
  return { alone: alone === "-", from: from ?? entry, to, kind: kind ?? "", pages: Number(pages ?? 1) };
}

/** The nodes, posts or articles that an entry of `show` names. */
function ends(entry) {
  const { from, to } = parse(entry);
  return to === undefined ? [from] : [from, to];
}

/** Draw an item with what surrounds it, and show it in the panel. */
function visit(id) {
  const item = items.get(id);
  if (pathFrom && id !== pathFrom && item?.around) {
    const from = pathFrom;
    pathFrom = null;
    return go({ at: id, show: [`${from}>${id}`] });
  }
  return go({ at: id, show: [id] });
}

/** Show an item that something names: where it is drawn already, the drawing stays. */
function reach(item) {
  if (!pathFrom && drawing.places.has(item)) go({ at: item.id });
  else visit(item.id);
}

/** Unfold a node, or fold it when it is unfolded. */
function toggle(id) {
  return isUnfolded(id) ? foldIn(id) : unfold(id);
}

/** Draw a node's neighbours as well, of one kind or all, and more of them when asked again. */
function unfold(id, kind = "") {
  const same = (entry) => parse(entry).from === id && parse(entry).kind === kind && !parse(entry).to && !parse(entry).alone;
  const old = state.show.find(same);
  const pages = old ? parse(old).pages + 1 : 1;
  const rest = state.show.filter((entry) => entry !== old && entry !== `-${id}`);
  return go({ at: id, show: [...rest, `${id}${kind && `@${kind}`}${pages > 1 ? `~${pages}` : ""}`] });
}

/** Draw a node without the neighbours that only it brought. */
function foldIn(id) {
  const rest = state.show.filter((entry) => parse(entry).from !== id || parse(entry).to !== undefined);
  return go({ at: id, show: [...rest, `-${id}`] });
}

/** Tell whether a node is unfolded by itself. */
function isUnfolded(id) {
  return state.show.some((entry) => parse(entry).from === id && !parse(entry).alone && !parse(entry).to);
}
