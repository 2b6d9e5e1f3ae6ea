// How much room a node takes: its symbol, and its label under it in lines that can be read.
const LINE = 18; // height of a line of a label, in pixels: room for marks above and below
const FONT = '14px system-ui, -apple-system, "Segoe UI", "Noto Sans", Roboto, sans-serif';
const SMALL = FONT.replace("14px", "12px");
const SMALLER = 0.86; // how wide a text is in the small font
const GAP = 5; // between symbol and label
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
const wrapped = new Map();

/** The lines of a label, which each frame asks for. */
function wrap(label) {
  if (!wrapped.has(label)) wrapped.set(label, broken(label));
  return wrapped.get(label);
}

/** Break a label into lines of about 20 letters, at most four. */
function broken(label) {
  const lines = [""];
  for (const word of label.split(" ")) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= 20 || !lines.at(-1)) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  if (lines.length > 4) lines.splice(4, lines.length, `${lines[3]}…`);
  return lines.slice(0, 4).map((line) => (line.length > 34 ? `${line.slice(0, 33)}…` : line));
}

/** Half the width of a node's symbol, larger the more relations it has. */
function size(node) {
  return 8 + Math.min(9, 1.4 * Math.sqrt(node.around.size));
}

/** The width of a text in the drawing. */
function width(text) {
  if (!widths.has(text)) {
    pen.font = FONT;
    widths.set(text, pen.measureText(text).width);
  }
  return widths.get(text);
}

/** A node as a box around symbol and label, with its middle where the symbol is. */
function box(node, [x, y] = [0, 0]) {
  const lines = wrap(node.label);
  const wide = Math.max(...lines.map(width), 2 * size(node));
  return { node, lines, x, y, half: wide / 2 + 6, up: size(node) + 4, low: size(node) + GAP + 4 + lines.length * LINE };
}

/** The drawn nodes as boxes where they stand. */
function drawnBoxes() {
  return drawing.nodes.map((node) => box(node, drawing.places.get(node)));
}

/** Whether two boxes cover each other. */
function cover(one, other) {
  return (
    Math.abs(one.x - other.x) < one.half + other.half &&
    one.y - one.up < other.y + other.low &&
    other.y - other.up < one.y + one.low
  );
}
