// What passes the filters. To add a facet of nodes or facts is to add a line.
const NODE_FACETS = {
  kind: (node) => [node.kind],
  level: (node) => (node.levels.size ? [...node.levels] : ["unknown"]),
};
const FACT_FACETS = {
  relation: (fact) => [fact.relation],
  status: (fact) => (status(fact) ? [status(fact)] : []),
};

/** Whether one of the facets hides an item: all its values are hidden. */
function isHidden(item, facets) {
  return Object.entries(facets).some(([key, read]) => {
    const values = read(item);
    return values.length > 0 && values.every((value) => state.hide.includes(`${key}:${value}`));
  });
}

/** Whether a node passes the filters that are about nodes. */
function admits(node) {
  if (state.unit && !node.within.has(state.unit)) return false;
  return !state.hide.length || !isHidden(node, NODE_FACETS);
}

/** Whether a fact passes the filters that are about facts. */
function passes(fact) {
  if (state.sure && sure(fact) * 100 < state.sure) return false;
  if ((state.from || state.to) && !inTime(fact)) return false;
  return !state.hide.length || !isHidden(fact, FACT_FACETS);
}

/** Whether a fact is of the chosen time; a body's place under another is of all times. */
function inTime(fact) {
  if (!fact.when) return fact.relation === "partOf";
  const [first, last] = fact.when;
  return lastDay(last) >= state.from && first <= (state.to ? lastDay(state.to) : "9999");
}

/** Whether any filter is set. */
function isFiltered() {
  return Boolean(state.hide.length || state.unit || state.from || state.to || state.sure);
}
