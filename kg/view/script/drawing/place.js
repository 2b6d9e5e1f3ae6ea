// The places of the drawn nodes: those computed with the page where it opens, old ones where the
// picture goes on, so that nothing moves but what is new.
const OPENED = new Map(data.network.nodes.map(({ id, x, y }) => [items.get(id), [x, y]]));

/** Place all nodes; `before` are the places of those that were drawn. */
function place(before) {
  if (state.order === "layers") return layers(drawing.nodes, drawing.lines);
  const stay = drawing.nodes.filter((node) => before.has(node));
  if (drawing.order === "force" && stay.length > drawing.nodes.length / 3) {
    return force(drawing.nodes, drawing.lines, new Map(stay.map((node) => [node, before.get(node)])), true);
  }
  return force(drawing.nodes, drawing.lines, state.show.includes("*") ? OPENED : new Map(), false);
}
