// What of the drawing is in view.
const LEAST = () => (isNarrow() ? 0.74 : 0.85); // the scale at which labels can still be read
const MOST = 1.4; // the scale beyond which a small picture is not blown up

/** Show all of the drawing, but never so small that labels cannot be read. */
function fit() {
  if (!drawing.nodes.length || canvas.clientWidth === 0) return;
  const boxes = drawnBoxes();
  const [left, right] = [Math.min(...boxes.map((one) => one.x - one.half)), Math.max(...boxes.map((one) => one.x + one.half))];
  const [top, low] = [Math.min(...boxes.map((one) => one.y - one.up)), Math.max(...boxes.map((one) => one.y + one.low))];
  const [wide, tall] = [canvas.clientWidth - 24, canvas.clientHeight - 24];
  const scale = Math.min(MOST, wide / (right - left), tall / (low - top));
  if (scale >= LEAST()) return network.moveTo({ position: { x: (left + right) / 2, y: (top + low) / 2 }, scale });
  const [x, y] = drawing.places.get(centre());
  const position = { x: clamp(x, left, right, wide), y: clamp(y, top, low, tall) };
  return network.moveTo({ position, scale: LEAST() });
}

/** The middle of the view nearest to `middle` that leaves no empty margin from `least` to `most`. */
function clamp(middle, least, most, pixels) {
  const half = pixels / LEAST() / 2;
  if (most - least < 2 * half) return (least + most) / 2;
  return Math.min(most - half, Math.max(least + half, middle));
}

/** The drawn node that the state is about, else the one with most relations. */
function centre() {
  const asked = [state.at, ...state.show.flatMap(ends)].map((id) => items.get(id));
  return asked.find((item) => drawing.places.has(item)) ?? busiest();
}

/** The drawn node with most relations. */
function busiest() {
  return drawing.nodes.reduce((best, node) => (node.around.size > best.around.size ? node : best));
}

/** Mark what the panel shows. */
function markSelected() {
  network.unselectAll();
  if (sets.nodes.get(state.at)) network.selectNodes([state.at], false);
  else if (sets.edges.get(state.at)) network.selectEdges([state.at]);
}

/** Zoom by a factor. */
function zoom(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });
}

/** Move the view where a node is out of sight. */
function bringIntoView(node) {
  const [x, y] = drawing.places.get(node);
  const at = network.canvasToDOM({ x, y });
  const inside = at.x > 30 && at.y > 30 && at.x < canvas.clientWidth - 30 && at.y < canvas.clientHeight - 50;
  if (!inside) network.moveTo({ position: { x, y } });
}
