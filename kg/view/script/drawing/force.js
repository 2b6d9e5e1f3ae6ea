// Where nodes stand in a network: lines pull, nodes push, and what stood already stays.

/** Place nodes: those in `old` begin there, and stay if they are fixed; the rest begins beside a neighbour. */
function force(drawn, lines, old, areFixed) {
  const boxes = new Map();
  for (const node of drawn) {
    const place = old.get(node) ?? beside(node, boxes, boxes.size);
    boxes.set(node, { ...box(node, place), isFixed: areFixed && old.has(node) });
  }
  const all = [...boxes.values()];
  relax(all, lines.map(({ low, high }) => [boxes.get(low), boxes.get(high)]), old.size ? 60 : 200);
  spread(all);
  return all;
}

/** A place on a spiral around the first neighbour that has one. */
function beside(node, boxes, count) {
  const host = [...node.around.keys()].map((other) => boxes.get(other)).find(Boolean);
  const angle = count * Math.PI * (3 - Math.sqrt(5));
  const far = 110 + 14 * Math.sqrt(count);
  return [(host?.x ?? 0) + 1.5 * far * Math.cos(angle), (host?.y ?? 0) + far * Math.sin(angle)];
}

/** Let lines pull and nodes push for some rounds, ever more gently. */
function relax(boxes, springs, most) {
  const moving = boxes.filter((one) => !one.isFixed);
  if (!moving.length) return;
  const named = springs.length <= SOME ? 45 : 0; // room for what the lines say
  const length = 80 + named + 300 / (boxes.length + 2);
  const wide = Math.min(1.7, Math.max(0.6, canvas.clientWidth / canvas.clientHeight || 1));
  const rounds = Math.min(most, Math.ceil(9e6 / (boxes.length * boxes.length + 1)));
  for (let round = 0; round < rounds; round += 1) {
    const heat = 60 * (1 - round / rounds) + 2;
    for (const one of boxes) [one.dx, one.dy] = [(-one.x * 0.11) / wide, -one.y * 0.11 * wide];
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) push(boxes[i], boxes[j], length);
    }
    for (const [one, other] of springs) pull(one, other, length);
    for (const one of moving) {
      const far = Math.hypot(one.dx, one.dy) || 1;
      one.x += (one.dx / far) * Math.min(far, heat);
      one.y += (one.dy / far) * Math.min(far, heat);
    }
  }
}

/** Two nodes push each other away, wide labels more to the sides. */
function push(one, other, length) {
  const [x, y] = [(one.x - other.x) / 1.35 || 0.1, one.y - other.y || 0.1];
  const strength = (length / Math.sqrt(x * x + y * y + 400)) ** 3;
  one.dx += x * strength;
  one.dy += y * strength;
  other.dx -= x * strength;
  other.dy -= y * strength;
}

/** Two nodes with a line between them pull each other. */
function pull(one, other, length) {
  const [x, y] = [one.x - other.x, one.y - other.y];
  const strength = Math.hypot(x, y) / length / 2;
  one.dx -= x * strength * 0.9;
  one.dy -= y * strength;
  other.dx += x * strength * 0.9;
  other.dy += y * strength;
}

/** Move nodes apart until no box covers another. */
function spread(boxes) {
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    const rows = [...boxes].sort((a, b) => a.x - b.x);
    const widest = Math.max(...rows.map((one) => one.half));
    for (let i = 0; i < rows.length; i += 1) {
      for (let j = i + 1; j < rows.length && rows[j].x - rows[i].x < rows[i].half + widest; j += 1) {
        moved = apart(rows[i], rows[j]) || moved;
      }
    }
    if (!moved) return;
  }
}

/** Move two boxes apart along their smaller overlap, those that stood already only by need. */
function apart(one, other) {
  if (!cover(one, other)) return false;
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  const [upper, lower] = one.y <= other.y ? [one, other] : [other, one];
  const x = left.half + right.half - (right.x - left.x) + 0.5;
  const y = upper.y + upper.low - (lower.y - lower.up) + 0.5;
  if (x < y) shift(left, right, "x", x);
  else shift(upper, lower, "y", y);
  return true;
}

/** Move two boxes apart along an axis. */
function shift(first, second, axis, far) {
  const share = first.isFixed === second.isFixed ? 0.5 : Number(second.isFixed);
  first[axis] -= far * share;
  second[axis] += far * (1 - share);
}
