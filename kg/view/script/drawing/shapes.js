// How a node is drawn: symbol, and label on a plate of the ground's colour that no line crosses.
const OUTLINE = Object.fromEntries(Object.entries(OUTLINES).map(([name, path]) => [name, new Path2D(path)]));
const FAINT = 0.5; // the scale below which only the labels of the best connected are drawn
const FAINTEST = 0.28; // and below which none is

const PLATE = 0.86; // how much of a line the plate behind a text hides

/** The colours of the hour. */
function look() {
  return dark.matches ? data.dark : data.light;
}

/** Draw a node as vis-network asks for it. */
function paint({ ctx, id, x, y, state: { selected, hover } }) {
  const node = items.get(id);
  const half = size(node);
  const drawNode = () => {
    const colours = look();
    ctx.save();
    ctx.translate(x - half, y - half);
    ctx.scale(half / 7, half / 7);
    const outline = OUTLINE[data.shapes[node.kind]];
    ctx.lineJoin = "round";
    ctx.lineWidth = (selected || hover ? 8 : 5) * (7 / half);
    ctx.strokeStyle = selected || hover ? colours.mark : colours.ground;
    ctx.stroke(outline);
    ctx.fillStyle = colours[node.kind] ?? colours.ink;
    ctx.fill(outline);
    if (drawing.unfolded.has(node)) {
      ctx.lineWidth = 2 * (7 / half);
      ctx.strokeStyle = colours.ink;
      ctx.stroke(outline);
    }
    ctx.restore();
  };
  const drawExternalLabel = () => {
    const scale = network.getScale();
    if (!selected && !hover && scale < FAINT && (scale < FAINTEST || node.around.size < 12)) return;
    const isStrong = selected || hover || drawing.unfolded.has(node);
    paintText(ctx, wrap(node.label), x, y + half + GAP, isStrong ? `600 ${FONT}` : FONT, isStrong ? 1.08 : 1, look().ink);
  };
  return { drawNode, drawExternalLabel, nodeDimensions: { width: 2 * half, height: 2 * half } };
}

/** Draw lines of text on a plate, their middle at x, their top at y; `scale` is how wide the font is. */
function paintText(ctx, lines, x, y, font, scale, colour) {
  const wide = Math.max(...lines.map(width)) * scale + 6;
  ctx.globalAlpha = PLATE;
  ctx.fillStyle = look().ground;
  ctx.fillRect(x - wide / 2, y, wide, lines.length * LINE);
  ctx.globalAlpha = 1;
  ctx.font = font;
  ctx.fillStyle = colour;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  lines.forEach((line, number) => ctx.fillText(line, x, y + (number + 0.5) * LINE));
}
