// The page's state lives in the address: back, forward and a copied link work by themselves.
//
//   at     what the panel shows: a node, an article, or two nodes with a blank for their line
//   show   what is drawn, one entry a source: "*" the opening picture, "article/…" all that was
//          read in it, "ID" a node with its neighbours, "ID~2" with twice as many, "-ID" a node
//          alone, "ID>ID" the shortest path between two
//   hide   what is filtered out: "kind:event", "status:status-former", "relation:partOf"
//   sure   the least confidence, in hundredths
const START = { at: data.centre ?? "", show: ["*"], hide: [], sure: 0, lang: "vi", tab: "graph" };

let state = START;

/** Read the state from the address; what the page does not know is passed over. */
function readState() {
  const read = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  const list = (key) => (read.has(key) ? read.get(key).split(",").filter(Boolean) : START[key]);
  const at = read.get("at") ?? START.at;
  const show = list("show").filter((entry) => ends(entry).every((id) => id === "*" || items.has(id)));
  return {
    at: items.has(at) || bundles.has(at) ? at : "",
    show: show.length ? show : START.show,
    hide: list("hide"),
    sure: Math.min(100, Math.max(0, Number(read.get("sure")) || 0)),
    lang: read.get("lang") === "en" ? "en" : "vi",
    tab: read.get("tab") === "table" ? "table" : "graph",
  };
}

/** Write a state as an address; what is as at the start is left out. */
function writeState(given) {
  const clean = (value) => encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",");
  const parts = Object.entries(given)
    .filter(([key, value]) => String(value) !== String(START[key]))
    .map(([key, value]) => `${key}=${clean(String(value))}`);
  return `#${parts.join("&")}`;
}

/** Change the state: the address changes, and the page follows it. */
function go(change) {
  const address = writeState({ ...state, ...change });
  if (address !== (location.hash || "#")) location.hash = address;
}

/** The nodes or articles that an entry of `show` names. */
function ends(entry) {
  return entry.replace(/^-/, "").replace(/~\d+$/, "").split(">");
}

/** Draw an item with what surrounds it, and show it in the panel. */
function visit(id) {
  if (pathFrom && id !== pathFrom && items.get(id)?.kind !== "article") {
    const from = pathFrom;
    pathFrom = null;
    return go({ at: id, show: [`${from}>${id}`], tab: "graph" });
  }
  return go({ at: id, show: [id], tab: "graph" });
}

/** Unfold a node, or fold it when it is unfolded. */
function toggle(id) {
  return isUnfolded(id) ? foldIn(id) : unfold(id);
}

/** Draw a node's neighbours as well, and more of them when asked again. */
function unfold(id) {
  const old = state.show.find((entry) => entry.replace(/~\d+$/, "") === id);
  const pages = old ? Number(old.split("~")[1] ?? 1) + 1 : 1;
  const rest = state.show.filter((entry) => entry !== old && entry !== `-${id}`);
  return go({ at: id, show: [...rest, pages > 1 ? `${id}~${pages}` : id] });
}

/** Draw a node without the neighbours that only it brought. */
function foldIn(id) {
  const rest = state.show.filter((entry) => ends(entry)[0] !== id || entry.includes(">"));
  return go({ at: id, show: [...rest, `-${id}`] });
}

/** Tell whether a node is unfolded by itself. */
function isUnfolded(id) {
  return state.show.some((entry) => entry.replace(/~\d+$/, "") === id);
}

let pathFrom = null; // the node from which the next picked node gives the shortest path
