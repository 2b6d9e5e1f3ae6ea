// The drawing: which nodes and lines, how they look, and what a click does.
const PAGE = 30; // neighbours that one unfolding draws
const LEAST = 0.72; // the scale at which labels can still be read
const canvas = document.getElementById("canvas");
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const opening = data.network.nodes.map(({ id }) => items.get(id));
const drawing = { nodes: [], lines: [], places: new Map(), short: [] };
const sets = { nodes: new vis.DataSet(data.network.nodes), edges: new vis.DataSet() };
const network = new vis.Network(canvas, sets, data.network.options);
canvas.querySelector("canvas").setAttribute("aria-hidden", "true");

/** Draw the state: choose, place, dress, fit. */
function draw() {
  const before = new Set(drawing.nodes);
  drawing.nodes = chosen();
  const inside = new Set(drawing.nodes);
  drawing.lines = [...bundles.values()].filter(
    ({ low, high, facts }) => inside.has(low) && inside.has(high) && facts.some(passes),
  );
  const changed = before.size !== inside.size || drawing.nodes.some((node) => !before.has(node));
  if (changed) place(before);
  dress();
  if (changed) fit();
}

/** The nodes that the state's entries and filters give, in order. */
function chosen() {
  const found = new Set(state.show.flatMap(gather));
  const hidden = new Set(state.hide);
  const kept = [...found].filter((node) => !hidden.has(`kind:${node.kind}`));
  const strict = state.sure > 0 || state.hide.some((entry) => !entry.startsWith("kind:"));
  if (!strict) return kept;
  const asked = new Set([state.at, ...state.show.flatMap(ends)]);
  const inside = new Set(kept);
  return kept.filter((node) => asked.has(node.id) || near(node).some((other) => inside.has(other)));
}

/** The nodes of one entry of `show`. */
function gather(entry) {
  if (entry === "*") return opening;
  const [first, last] = ends(entry).map((id) => items.get(id));
  if (last) return shortest(first, last) ?? [first, last];
  if (first.kind === "article") return [...first.nodes];
  if (entry.startsWith("-")) return [first];
  const pages = Number(entry.match(/~(\d+)$/)?.[1] ?? 1);
  return [first, ...near(first).slice(0, pages * PAGE)];
}

/** A node's neighbours by facts that pass the filters, the best-connected first. */
function near(node) {
  return [...node.around]
    .filter(([other, { facts }]) => !state.hide.includes(`kind:${other.kind}`) && facts.some(passes))
    .map(([other]) => other)
    .sort((a, b) => b.around.size - a.around.size || a.index - b.index);
}

/** The nodes of a shortest path by facts that pass the filters, or null. */
function shortest(from, to) {
  const before = new Map([[from, null]]);
  for (const node of before.keys()) {
    if (node === to) break;
    for (const other of near(node)) if (!before.has(other)) before.set(other, node);
  }
  if (!before.has(to)) return null;
  const path = [];
  for (let node = to; node; node = before.get(node)) path.unshift(node);
  return path;
}

/** Give every drawn node its place: kept where the old picture goes on, else new. */
function place(before) {
  const goesOn = drawing.nodes.filter((node) => before.has(node)).length > drawing.nodes.length / 2;
  const first = drawing.nodes.every((node) => opening.includes(node)) && !before.size;
  const old = new Map();
  if (goesOn) {
    for (const [id, { x, y }] of Object.entries(network.getPositions())) {
      if (items.has(id)) old.set(items.get(id), [x, y]);
    }
  } else if (first || state.show.includes("*")) {
    for (const { id, x, y } of data.network.nodes) old.set(items.get(id), [x, y]);
  }
  drawing.places = arrange(drawing.nodes, drawing.lines, old);
}

/** Hand nodes and lines to vis-network in the colours of the hour. */
function dress() {
  const look = dark.matches ? data.dark : data.light;
  const groups = Object.fromEntries(
    Object.entries(data.kinds).map(([kind, form]) => [kind, { shape: form, color: tint(look[kind], look) }]),
  );
  const font = { color: look.ink, strokeColor: look.ground };
  network.setOptions({ groups, nodes: { font }, edges: { font: { ...font, color: look.ink } } });
  sync(sets.nodes, drawing.nodes.map((node) => dressNode(node, look)));
  const few = drawing.lines.length <= 24;
  sync(sets.edges, drawing.lines.map((line) => dressLine(line, look, few)));
}

/** Make a data set hold exactly these. */
function sync(set, given) {
  const ids = new Set(given.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  set.update(given);
}

/** A kind's colour with what a selected or touched node changes. */
function tint(colour, look) {
  const marked = { background: colour, border: look.mark };
  return { background: colour, border: look.ground, highlight: marked, hover: marked };
}

/** A node as vis-network takes it. */
function dressNode(node, look) {
  const [x, y] = drawing.places.get(node);
  const open = isUnfolded(node.id);
  return {
    id: node.id,
    label: wrap(node.label),
    title: [node.label, context(node)].filter(Boolean).join("\n"),
    group: node.kind,
    shape: data.kinds[node.kind],
    size: size(node),
    borderWidth: open ? 3 : 1,
    color: { ...tint(look[node.kind], look), border: open ? look.ink : look.ground },
    x,
    y,
  };
}

/** A line as vis-network takes it: dashed where nothing of it holds any more. */
function dressLine(line, look, few) {
  const told = line.facts.filter(passes);
  const off = told.every((fact) => /former|ends|proposed/.test(status(fact)));
  const forth = told.some((fact) => fact.source === line.low);
  const back = told.some((fact) => fact.source === line.high);
  const text = [...new Set(ordered(told).map(saying))];
  return {
    id: line.id,
    from: forth ? line.low.id : line.high.id,
    to: forth ? line.high.id : line.low.id,
    arrows: { to: { enabled: true }, from: { enabled: forth && back } },
    dashes: off ? [6, 5] : false,
    color: { color: look.line, highlight: look.mark, hover: look.mark },
    label: few ? text.slice(0, 2).map((one) => wrap(one)).join("\n") + (text.length > 2 ? " …" : "") : undefined,
    title: text.join("\n"),
  };
}

/** Show all of the drawing, but never so small that labels cannot be read. */
function fit() {
  if (!drawing.nodes.length || canvas.clientWidth === 0) return;
  network.fit({ maxZoomLevel: 1.15 });
  if (network.getScale() >= LEAST) return;
  const asked = [state.at, ...state.show.flatMap(ends)].map((id) => items.get(id));
  const hub = asked.find((item) => drawing.places.has(item)) ?? busiest();
  const [x, y] = drawing.places.get(hub);
  const position = { x: clamp(x, 0, canvas.clientWidth), y: clamp(y, 1, canvas.clientHeight) };
  network.moveTo({ position, scale: LEAST });
}

/** The middle of the view nearest to `middle` that leaves no empty margin on one axis. */
function clamp(middle, axis, pixels) {
  const along = [...drawing.places.values()].map((place) => place[axis]);
  const half = pixels / LEAST / 2 - 90;
  const [least, most] = [Math.min(...along) + half, Math.max(...along) - half];
  return least > most ? (least + most) / 2 : Math.min(most, Math.max(least, middle));
}

/** The drawn node with most relations. */
function busiest() {
  return drawing.nodes.reduce((best, node) => (node.around.size > best.around.size ? node : best));
}

/** Mark what the panel shows. */
function markSelected() {
  network.unselectAll();
  const item = items.get(state.at);
  if (item && sets.nodes.get(state.at)) network.selectNodes([state.at], false);
  else if (sets.edges.get(state.at)) network.selectEdges([state.at]);
}

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node && pathFrom) visit(node);
  else if (node ?? edge) go({ at: node ?? edge });
});
network.on("doubleClick", ({ nodes: [node] }) => node && toggle(node));
network.on("dragEnd", ({ nodes: [node] }) => {
  if (node) drawing.places.set(items.get(node), Object.values(network.getPositions([node])[node]));
});
network.on("beforeDrawing", (pencil) => {
  pencil.save();
  pencil.setTransform(1, 0, 0, 1, 0, 0);
  pencil.fillStyle = (dark.matches ? data.dark : data.light).ground;
  pencil.fillRect(0, 0, pencil.canvas.width, pencil.canvas.height);
  pencil.restore();
});
dark.addEventListener("change", () => {
  dress();
  markSelected();
});
