// Where the drawn nodes stand: from the places computed with the page, apart enough to be read.
const LINE = 17; // height of a line of a label, in pixels
const pen = document.createElement("canvas").getContext("2d");
const FACE = "14px system-ui, sans-serif";

/** Break a label into lines of about 20 letters, at most four. */
function wrap(label) {
  const lines = [""];
  for (const word of label.split(" ")) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= 20 || !lines.at(-1)) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  if (lines.length > 4) lines.splice(4, lines.length, `${lines[3]}…`);
  return lines.slice(0, 4).map((line) => (line.length > 34 ? `${line.slice(0, 33)}…` : line)).join("\n");
}

/** The size of a node's symbol, larger the more relations it has. */
function size(node) {
  return 8 + Math.min(10, 1.6 * Math.sqrt(node.around.size));
}

/** A node as a box that holds symbol and label. */
function box(node, x, y) {
  pen.font = FACE;
  const lines = wrap(node.label).split("\n");
  const wide = Math.max(...lines.map((line) => pen.measureText(line).width), 2 * size(node));
  const low = size(node) + 6 + lines.length * LINE;
  return { node, x, y, half: wide / 2 + 7, up: size(node) + 5, low };
}

/** Place nodes: `places` are those that stand already; the rest begins beside a neighbour. */
function arrange(drawn, lines, places) {
  const boxes = new Map();
  const keep = places.size > 0;
  const [midX, midY] = centre([...places.values()]);
  for (const node of drawn) {
    const [x, y] = places.get(node) ?? beside(node, boxes, boxes.size);
    boxes.set(node, box(node, places.has(node) ? x - midX : x, places.has(node) ? y - midY : y));
  }
  const all = [...boxes.values()];
  const springs = lines.map(({ low, high }) => [boxes.get(low), boxes.get(high)]);
  relax(all, springs, keep ? 90 : 200);
  spread(all);
  return new Map(all.map(({ node, x, y }) => [node, [Math.round(x), Math.round(y)]]));
}

/** The middle of places, 0 0 of none. */
function centre(given) {
  const mean = (axis) => given.reduce((sum, place) => sum + place[axis], 0) / (given.length || 1);
  return [mean(0), mean(1)];
}

/** A place on a spiral around the first neighbour that has one. */
function beside(node, boxes, count) {
  const host = [...node.around.keys()].map((other) => boxes.get(other)).find(Boolean);
  const angle = count * Math.PI * (3 - Math.sqrt(5));
  const far = 110 + 14 * Math.sqrt(count);
  return [(host?.x ?? 0) + 1.5 * far * Math.cos(angle), (host?.y ?? 0) + far * Math.sin(angle)];
}

/** Let lines pull and nodes push for some rounds, ever more gently. */
function relax(boxes, springs, rounds) {
  const length = 85 + 300 / (boxes.length + 2);
  const wide = Math.min(1.7, Math.max(0.6, canvas.clientWidth / canvas.clientHeight || 1));
  const steps = boxes.length > 400 ? Math.ceil((rounds * 160000) / boxes.length ** 2) : rounds;
  for (let step = 0; step < steps; step += 1) {
    const heat = 60 * (1 - step / steps) + 2;
    for (const one of boxes) [one.dx, one.dy] = [(-one.x * 0.08) / wide, -one.y * 0.08 * wide];
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) push(boxes[i], boxes[j], length);
    }
    for (const [one, other] of springs) pull(one, other, length);
    for (const one of boxes) {
      const far = Math.hypot(one.dx, one.dy) || 1;
      one.x += (one.dx / far) * Math.min(far, heat);
      one.y += (one.dy / far) * Math.min(far, heat);
    }
  }
}

/** Two nodes push each other away, wide labels more to the sides. */
function push(one, other, length) {
  const [x, y] = [(one.x - other.x) / 1.35 || 0.1, one.y - other.y || 0.1];
  const force = (length / Math.hypot(x, y, 20)) ** 3;
  one.dx += x * force;
  one.dy += y * force;
  other.dx -= x * force;
  other.dy -= y * force;
}

/** Two nodes with a line between them pull each other. */
function pull(one, other, length) {
  const [x, y] = [one.x - other.x, one.y - other.y];
  const force = Math.hypot(x, y) / length / 2;
  one.dx -= x * force * 0.9;
  one.dy -= y * force;
  other.dx += x * force * 0.9;
  other.dy += y * force;
}

/** Move nodes apart until no box covers another. */
function spread(boxes) {
  if (boxes.length > 600) return;
  for (let round = 0; round < 90; round += 1) {
    let moved = false;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) moved = part(boxes[i], boxes[j]) || moved;
    }
    if (!moved) return;
  }
}

/** Move two boxes apart along their smaller overlap. */
function part(one, other) {
  const x = one.half + other.half - Math.abs(one.x - other.x);
  const above = one.y <= other.y ? one : other;
  const below = above === one ? other : one;
  const y = above.y + above.low - (below.y - below.up);
  if (x <= 0 || y <= 0) return false;
  if (x < y) {
    const way = one.x < other.x ? -1 : 1;
    one.x += (way * x) / 2;
    other.x -= (way * x) / 2;
  } else {
    above.y -= y / 2;
    below.y += y / 2;
  }
  return true;
}
