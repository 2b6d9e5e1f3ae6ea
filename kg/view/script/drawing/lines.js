// The lines: what they say, how they look, and where the words of a line stand without covering any.
const PLACES_ON_LINE = [0, 0.04, 0.08, 0.12, 0.16, 0.2, 0.24, 0.28].flatMap((far) => [0.5 - far, 0.5 + far]);
const SOME = 18; // lines that are all named; of more only those of the picked node are

/** What a line says: the roles or relations with their years, at most two. */
function lineWords(line) {
  const told = ordered(line.facts.filter(passes)).map((fact) => [saying(fact), fact.relation === "holds" ? briefly(fact) : ""].filter(Boolean).join(" · "));
  const each = [...new Set(told)];
  const shown = each.slice(0, 2).map((text) => (text.length > 34 ? `${text.slice(0, 33)}…` : text));
  return each.length > 2 ? [...shown, `+${each.length - 2}`] : shown;
}

/** Whether a line is what the panel shows, or leads to it. */
function isOfPicked({ id, low, high, facts: told }) {
  return [id, low.id, high.id].includes(state.at) || told.some((fact) => fact.post?.id === state.at);
}

/** A line as vis-network takes it: dashed where nothing of it holds any more. */
function dressLine(line) {
  const colours = look();
  const told = line.facts.filter(passes);
  const forth = told.some((fact) => fact.source === line.low);
  const back = told.some((fact) => fact.source === line.high);
  const isNear = isOfPicked(line);
  return {
    id: line.id,
    from: forth ? line.low.id : line.high.id,
    to: forth ? line.high.id : line.low.id,
    arrows: { to: { enabled: true }, from: { enabled: forth && back } },
    dashes: told.every(isOff) ? [6, 5] : false,
    width: isNear ? 1.8 : 1.2,
    color: { color: isNear ? colours.soft : colours.line, highlight: colours.mark, hover: colours.mark },
    title: lineWords(line).join("\n"),
  };
}

/** The words of lines with the place where each stands: [text lines, x, y]. */
function lineLabels() {
  const boxes = drawnBoxes();
  const named = drawing.lines.length <= SOME ? drawing.lines : drawing.lines.filter(isOfPicked).slice(0, 2 * SOME);
  return named.flatMap((line) => {
    const text = lineWords(line);
    const [half, tall] = [(Math.max(...text.map(width)) * SMALLER) / 2 + 4, (text.length * LINE) / 2];
    const [[x1, y1], [x2, y2]] = [drawing.places.get(line.low), drawing.places.get(line.high)];
    for (const part of PLACES_ON_LINE) {
      const one = { x: x1 + (x2 - x1) * part, y: y1 + (y2 - y1) * part, half, up: tall, low: tall };
      if (boxes.some((other) => cover(one, other))) continue;
      boxes.push(one);
      return [[text, one.x, one.y - tall]];
    }
    return [];
  });
}

/** Draw the words of the lines. */
function paintLines(ctx) {
  if (network.getScale() < FAINT) return;
  drawing.labels ??= lineLabels();
  for (const [lines, x, y] of drawing.labels) paintText(ctx, lines, x, y, SMALL, SMALLER, look().soft);
}
