// The drawing: vis-network shows what the state names, and a click changes the state.
const canvas = document.getElementById("canvas");
const dark = matchMedia("(prefers-color-scheme: dark)");
const drawing = { nodes: [], lines: [], places: new Map(), unfolded: new Set(), labels: null, cut: 0, order: "" };
const sets = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
const network = new vis.Network(canvas, sets, data.network.options);
canvas.querySelector("canvas").setAttribute("aria-hidden", "true");
canvas.querySelector(".vis-network").tabIndex = -1; // the element around it takes the keys

/** Draw the state: choose, place, dress, fit. */
function draw() {
  const before = drawing.places;
  const { nodes: drawn, cut } = chosen();
  const inside = new Set(drawn);
  const isNew = before.size !== inside.size || drawn.some((node) => !before.has(node)) || drawing.order !== state.order;
  drawing.nodes = drawn;
  drawing.cut = cut;
  drawing.lines = [...bundles.values()].filter(
    ({ low, high, facts: told }) => inside.has(low) && inside.has(high) && told.some(passes),
  );
  if (isNew) {
    const boxes = place(before);
    drawing.places = new Map(boxes.map(({ node, x, y }) => [node, [Math.round(x), Math.round(y)]]));
  }
  drawing.order = state.order;
  dress();
  if (isNew) fit();
}

/** Hand nodes and lines to vis-network. */
function dress() {
  drawing.labels = null;
  drawing.unfolded = new Set(drawing.nodes.filter(({ id }) => isUnfolded(id)));
  canvas.dataset.places = drawing.nodes.map((node) => `${node.id}@${drawing.places.get(node)}`).join(" ");
  sync(sets.nodes, drawing.nodes.map(dressNode));
  sync(sets.edges, drawing.lines.map(dressLine));
}

/** Make a data set hold exactly these. */
function sync(set, given) {
  const ids = new Set(given.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  set.update(given);
}

/** A node as vis-network takes it. */
function dressNode(node) {
  const [x, y] = drawing.places.get(node);
  const title = [node.label, say(node.kind), context(node)].filter(Boolean).join("\n");
  return { id: node.id, shape: "custom", ctxRenderer: paint, label: node.label, title, x, y };
}

/** The drawn node whose label is at a place of the drawing, if one is. */
function labelAt({ x, y }) {
  return drawnBoxes().find((one) => cover(one, { x, y, half: 0, up: 0, low: 0 }))?.node.id;
}

network.on("click", ({ nodes: [hit], edges: [line], pointer }) => {
  const id = hit ?? labelAt(pointer.canvas);
  if (id && pathFrom) visit(id);
  else if (id ?? line) go({ at: id ?? line });
});
network.on("doubleClick", ({ nodes: [hit], pointer }) => {
  const id = hit ?? labelAt(pointer.canvas);
  if (id) toggle(id);
});
network.on("dragging", ({ nodes: [id] }) => {
  if (!id) return;
  drawing.places.set(items.get(id), Object.values(network.getPositions([id])[id]));
  drawing.labels = null;
});
network.on("beforeDrawing", (ctx) => {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = look().ground;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
});
network.on("afterDrawing", paintLines);
dark.addEventListener("change", () => {
  dress();
  markSelected();
});
