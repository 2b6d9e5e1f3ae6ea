// What is drawn as an SVG picture of its own, in the colours of paper, with title, legend and source.
const MARGIN = 24;

/** The drawing as an SVG element. */
function drawnSvg() {
  const all = drawnBoxes();
  const left = Math.min(...all.map((one) => one.x - one.half)) - MARGIN;
  const top = Math.min(...all.map((one) => one.y - one.up)) - MARGIN - 56;
  const wide = Math.max(...all.map((one) => one.x + one.half), left + 560) + MARGIN - left;
  const tall = Math.max(...all.map((one) => one.y + one.low)) + MARGIN + 34 - top;
  const colours = data.light;
  return svg(
    "svg",
    { viewBox: `${left} ${top} ${wide} ${tall}`, width: wide, height: tall, "font-family": FONT.replace("14px ", ""), "font-size": 14, fill: colours.ink },
    svg("title", {}, pictureTitle()),
    svg("rect", { x: left, y: top, width: wide, height: tall, fill: colours.ground }),
    svg("text", { x: left + MARGIN, y: top + 28, "font-size": 18, "font-weight": 700 }, pictureTitle()),
    ...legendSvg(left + MARGIN, top + 50, colours),
    ...drawing.lines.flatMap((line) => lineSvg(line, colours)),
    ...(drawing.labels ?? lineLabels()).map(([lines, x, y]) => textSvg(lines, x, y, { "font-size": 12, fill: colours.soft }, SMALLER)),
    ...all.flatMap((one) => nodeSvg(one, colours)),
    svg("text", { x: left + MARGIN, y: top + tall - 14, "font-size": 12, fill: colours.soft }, pictureNote()),
  );
}

/** What the picture is of. */
function pictureTitle() {
  const names = [...new Set(state.show.flatMap(ends))].map((id) => items.get(id)?.label).filter(Boolean);
  return names.length ? names.slice(0, 2).join(" – ") : data.title ?? say("title");
}

/** How much the picture holds, and of which years. */
function pictureNote() {
  const time = state.from || state.to ? ` · ${timeWords()}` : "";
  return `${say("drawn", drawnCounts())}${time} · ${say("legendLines")} · kg`;
}

/** The kinds that occur, each with its shape. */
function legendSvg(x, y, colours) {
  let at = x;
  const kinds = Object.keys(data.shapes).filter((kind) => drawing.nodes.some((node) => node.kind === kind));
  return kinds.flatMap((kind) => {
    const mark = svg("path", { d: OUTLINES[data.shapes[kind]], transform: `translate(${at} ${y - 11})`, fill: colours[kind] });
    const text = svg("text", { x: at + 19, y, "font-size": 13 }, say(`${kind}-all`));
    at += width(say(`${kind}-all`)) + 44;
    return [mark, text];
  });
}

/** A line with its arrowheads, which end at the symbols. */
function lineSvg(line, colours) {
  const { from, to, arrows, dashes } = dressLine(line);
  const [start, end] = [items.get(from), items.get(to)];
  const [[x1, y1], [x2, y2]] = [drawing.places.get(start), drawing.places.get(end)];
  const far = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [x, y] = [(x2 - x1) / far, (y2 - y1) / far];
  const head = (px, py, way) =>
    svg("path", { d: `M${px} ${py}l${way * (-9 * x + 3.5 * y)} ${way * (-9 * y - 3.5 * x)}l${way * -7 * y} ${way * 7 * x}z`, fill: colours.line });
  const [a, b] = [size(start) + 2, size(end) + 2];
  const [sx, sy, ex, ey] = [x1 + x * a, y1 + y * a, x2 - x * b, y2 - y * b];
  const drawn = svg("line", { x1: sx, y1: sy, x2: ex, y2: ey, stroke: colours.line, "stroke-width": 1.3, "stroke-dasharray": dashes ? dashes.join(" ") : null });
  return [drawn, head(ex, ey, 1), arrows.from.enabled ? head(sx, sy, -1) : null].filter(Boolean);
}

/** A node: symbol and label. */
function nodeSvg({ node, lines, x, y }, colours) {
  const half = size(node);
  const scale = half / 7;
  return [
    svg("path", { d: OUTLINES[data.shapes[node.kind]], transform: `translate(${x - half} ${y - half}) scale(${scale})`, fill: colours[node.kind], stroke: colours.ground, "stroke-width": 1 }),
    textSvg(lines, x, y + half + GAP, {}, 1),
  ];
}

/** Lines of text on a plate, their middle at x, their top at y. */
function textSvg(lines, x, y, attributes, scale) {
  const wide = Math.max(...lines.map(width)) * scale + 6;
  const plate = svg("rect", { x: x - wide / 2, y, width: wide, height: lines.length * LINE, fill: data.light.ground, "fill-opacity": PLATE });
  const rows = lines.map((line, number) => svg("text", { x, y: y + (number + 0.5) * LINE + 4.5, "text-anchor": "middle", ...attributes }, line));
  return svg("g", {}, plate, ...rows);
}

/** The picture as text. */
function svgText() {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawnSvg())}\n`;
}

/** Save the picture as PNG, each of its pixels twice as fine, as far as a browser can draw it. */
async function savePng() {
  const picture = drawnSvg();
  const [wide, tall] = ["width", "height"].map((key) => Number(picture.getAttribute(key)));
  const scale = Math.min(2, 8000 / wide, 8000 / tall);
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svgText()], { type: "image/svg+xml" }));
  await image.decode();
  const sheetOf = Object.assign(document.createElement("canvas"), { width: wide * scale, height: tall * scale });
  sheetOf.getContext("2d").drawImage(image, 0, 0, sheetOf.width, sheetOf.height);
  URL.revokeObjectURL(image.src);
  const blob = await new Promise((done) => { sheetOf.toBlob(done); });
  save("graph.png", "image/png", blob);
}
