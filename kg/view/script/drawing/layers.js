// Where nodes stand in layers: bodies under bodies, directives by rank and date, all else beside them.
const ROW = 46; // pixels between the rows of two layers
const BESIDE = 14; // pixels between two nodes of a row
const DEEPEST = 24; // layers; a circle of relations ends there
// The relations whose targets stand above: who carries out or presents a directive may have issued it.
const STACKED = new Set(["partOf", "holds", "issuedBy", "implements", "guides", "amends", "organizedBy", "takesPart"]);
// The rank of directives by the beginning of their names.
const RANKS = ["luat", "nghi quyet", "chi thi", "quy dinh", "ket luan", "quyet dinh", "nghi dinh", "chuong trinh", "huong dan", "de an", "ke hoach", "cong van"];

/** Place nodes in layers from above; the layers break into rows as wide as the view suggests. */
function layers(drawn, lines) {
  const boxes = new Map(drawn.map((node) => [node, box(node)]));
  const rows = brokenRows(ordering(ranked(drawn, lines), lines), boxes);
  let y = 0;
  for (const [number, row] of rows.entries()) {
    const wide = row.reduce((sum, node) => sum + 2 * boxes.get(node).half + BESIDE, -BESIDE);
    const tall = Math.max(...row.map((node) => boxes.get(node).up));
    // Short rows stand aside by turns, lest a line run hidden behind the node between its ends.
    let x = (row.length < 3 ? 70 * ((number % 3) - 1) : 0) - wide / 2;
    for (const node of row) {
      const one = boxes.get(node);
      [one.x, one.y] = [x + one.half, y + tall];
      x += 2 * one.half + BESIDE;
    }
    y += tall + Math.max(...row.map((node) => boxes.get(node).low)) + ROW;
  }
  return [...boxes.values()];
}

/** The layers: from the centre down to the communes, and what is above before what is below it. */
function ranked(drawn, lines) {
  const rank = new Map(drawn.map((node) => [node, startRank(node)]));
  const pairs = lines
    .flatMap((line) => line.facts.filter((fact) => fact.target && passes(fact)))
    .filter(({ relation, source, target }) => STACKED.has(relation) && source !== target)
    .map(({ source, target }) => [target, source]);
  for (let round = 0; round < DEEPEST; round += 1) {
    let moved = false;
    for (const [upper, lower] of pairs) {
      if (rank.get(lower) > rank.get(upper) || rank.get(upper) >= DEEPEST) continue;
      rank.set(lower, rank.get(upper) + 1);
      moved = true;
    }
    if (!moved) break;
  }
  const found = [];
  for (const [node, place] of rank) (found[place] ??= []).push(node);
  return found.filter(Boolean).map((layer) => layer.sort(before));
}

/** The layer of a node by its level and kind: bodies, what they issue and do, their people. */
function startRank(node) {
  const levels = [...node.levels].map((level) => LEVELS.indexOf(level));
  const within = { body: 0, directive: 1, event: 1 }[node.kind] ?? 2;
  return levels.length ? 3 * Math.min(...levels) + within : within;
}

/** The order of two nodes of a layer at first: directives by rank and date, all by kind and name. */
function before(a, b) {
  const order = (node) => {
    const type = RANKS.findIndex((name) => fold(node.label).startsWith(name));
    return [Object.keys(data.shapes).indexOf(node.kind), type < 0 ? 99 : type, node.when?.[0] ?? "9999", node.label];
  };
  const [one, other] = [order(a), order(b)];
  const place = one.findIndex((value, number) => value !== other[number]);
  if (place < 0) return 0;
  return one[place] < other[place] ? -1 : 1;
}

/** Bring every layer into the order of the middles of its neighbours, down and up again. */
function ordering(found, lines) {
  const around = new Map();
  for (const { low, high } of lines) {
    around.set(low, [...(around.get(low) ?? []), high]);
    around.set(high, [...(around.get(high) ?? []), low]);
  }
  const places = new Map();
  const number = (layer) => layer.forEach((node, place) => places.set(node, (place + 0.5) / layer.length));
  found.forEach(number);
  for (let round = 0; round < 6; round += 1) {
    for (const layer of round % 2 ? [...found].reverse() : found) {
      const middle = new Map(
        layer.map((node) => {
          const near = (around.get(node) ?? []).filter((other) => !layer.includes(other)).map((other) => places.get(other));
          return [node, near.length ? near.reduce((sum, place) => sum + place, 0) / near.length : places.get(node)];
        }),
      );
      layer.sort((a, b) => middle.get(a) - middle.get(b));
      number(layer);
    }
  }
  return found;
}

/** Break layers that are too wide into rows of about the same width. */
function brokenRows(found, boxes) {
  const wide = (layer) => layer.reduce((sum, node) => sum + 2 * boxes.get(node).half + BESIDE, 0);
  const most = Math.max(720, canvas.clientWidth);
  return found.flatMap((layer) => {
    const count = Math.ceil(wide(layer) / most);
    const each = Math.ceil(layer.length / count);
    return Array.from({ length: count }, (_, row) => layer.slice(row * each, (row + 1) * each)).filter((row) => row.length);
  });
}
