// Which nodes are drawn: what the entries of the state name, as far as the filters let it pass.
const isNarrow = () => innerWidth < 600;
const PAGE = () => (isNarrow() ? 10 : 24); // neighbours that one unfolding draws
const FITS = 320; // nodes that can be drawn at once
const OPENING = 14; // nodes of the opening picture that a narrow window draws
// In the order in which the picture grew from its best-connected node.
const opening = data.network.nodes.map(({ id }) => items.get(id));

// The relations whose other ends are drawn first.
const FIRST = ["holds", "implements", "guides", "amends", "carriesOut", "issuedBy", "presents", "partOf", "organizedBy"];

/** The nodes that the state's entries and filters give, in order, and how many did not fit. */
function chosen() {
  const asked = new Set([state.at, ...state.show.flatMap(ends)]);
  const all = new Set();
  for (const entry of state.show) for (const node of gather(entry, all)) all.add(node);
  const found = [...all].filter((node) => admits(node) || asked.has(node.id));
  const inside = new Set(found);
  const kept = isFiltered()
    ? found.filter((node) => asked.has(node.id) || [...node.around].some(([other, line]) => inside.has(other) && line.facts.some(passes)))
    : found;
  return { nodes: kept.slice(0, FITS), cut: Math.max(0, kept.length - FITS) };
}

/** The nodes of one entry of `show`; one that unfolds a kind adds to those that stand already. */
function gather(entry, before) {
  if (entry === "*") return isNarrow() ? opening.slice(0, OPENING) : opening;
  const { alone, from, to, kind, pages } = parse(entry);
  const first = items.get(from);
  if (to) return connections(first, items.get(to)).nodes;
  if (first.kind === "article") return [...first.nodes];
  if (first.kind === "post") return [...(first.body ? [first.body] : []), ...people(first.facts.filter(passes))];
  if (alone) return [first];
  const others = kind ? near(first, kind).filter((node) => !before.has(node)) : near(first);
  return [first, ...others.slice(0, pages * PAGE())];
}

/** A node's neighbours by facts that pass the filters, each with its line, in no order. */
function linked(node) {
  return [...node.around].filter(([other, line]) => admits(other) && line.facts.some(passes));
}

/** These neighbours, or those of a kind, in order: by what links them, then the best-connected. */
function near(node, kind = "") {
  const rank = (line) => Math.min(...line.facts.filter(passes).map(({ relation }) => FIRST.indexOf(relation)).map((place) => (place < 0 ? 99 : place)));
  return linked(node)
    .filter(([other]) => !kind || other.kind === kind)
    .map(([other, line]) => [other, rank(line)])
    .sort(([a, one], [b, two]) => one - two || b.around.size - a.around.size || a.index - b.index)
    .map(([other]) => other);
}
