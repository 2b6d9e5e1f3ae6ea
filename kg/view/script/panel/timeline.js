// Who held what when: a bar for what is told, a dot for every day on which an article saw it.
const TALL = 22; // pixels of a row
const AXIS = 18; // pixels of the years above

/** The timeline of facts of holding posts, one row for each holder and post; nothing where none is dated. */
function timeline(given, title, name) {
  const rows = timelineRows(given, name);
  if (!rows.length) return [];
  const dates = rows.flatMap(({ marks }) => marks.flatMap(({ from, to }) => [from, to]));
  const [first, last] = [Math.floor(Math.min(...dates)), Math.ceil(Math.max(...dates) + 0.01)];
  const place = (year) => (100 * (year - first)) / (last - first);
  const shown = rows.slice(0, MANY);
  const list = el("ol.timeline", {}, yearsAxis(first, last, place), ...shown.map((row) => timelineRow(row, place)));
  if (rows.length > MANY) {
    const more = el("button", { type: "button" }, say("showAll", { n: amount(rows.length) }));
    more.addEventListener("click", () => more.parentNode.replaceWith(...rows.slice(MANY).map((row) => timelineRow(row, place))));
    list.append(el("li", {}, more));
  }
  return [el("h3", {}, say(title)), list, el("p.soft", {}, say("timelineHelp"))];
}

/** Rows of what is dated: the item a row goes to, its words, its facts, bars and dots. */
function timelineRows(given, name) {
  const groups = new Map();
  for (const fact of given.filter(passes)) {
    const { item, text } = name(fact);
    const key = `${item.id} ${text}`;
    if (!groups.has(key)) groups.set(key, { item, text, facts: [], marks: [] });
    groups.get(key).facts.push(fact);
    groups.get(key).marks.push(...marksOf(fact));
  }
  const start = (row) => Math.min(...row.marks.map(({ from }) => from));
  return [...groups.values()].filter(({ marks }) => marks.length).sort((a, b) => start(a) - start(b));
}

/** The bars and dots of a fact. */
function marksOf(fact) {
  const told = (key) => details(fact, key).sort();
  const [since, until] = [told("since")[0], told("until").at(-1)];
  const dots = told("observedOn").map((date) => ({ kind: "dot", date, from: years(date), to: years(date) }));
  if (!since && !until) return dots;
  const seen = dots.map(({ to }) => to);
  const from = since ? years(since, 0) : Math.min(years(until, 1), ...seen);
  const to = until ? years(until, 1) : Math.max(from, ...seen);
  const isTerm = details(fact, "term").some((term) => words(term).join(" ") === words(`${since} ${until}`).join(" "));
  return [{ kind: "bar", from, to, hasStart: Boolean(since), hasEnd: Boolean(until), isTerm }, ...dots];
}

/** The years above the rows, as many as there is room for. */
function yearsAxis(first, last, place) {
  const step = [1, 2, 5, 10, 20, 50].find((one) => (last - first) / one <= 6) ?? 100;
  const shown = Array.from({ length: last - first + 1 }, (_, number) => first + number).filter((year) => year % step === 0 && year < last);
  const ticks = shown.flatMap((year) => [
    svg("line.tick", { x1: `${place(year)}%`, x2: `${place(year)}%`, y1: AXIS - 4, y2: AXIS }),
    svg("text", { x: `${place(year)}%`, y: AXIS - 6 }, String(year)),
  ]);
  return el("li.axis", { "aria-hidden": "true" }, el("span", {}), svg("svg", { height: AXIS }, ...ticks));
}

/** One row: who or what, its marks, and the same in words for who does not see them. */
function timelineRow({ item, text, facts: told, marks }, place) {
  const off = told.every(isOff) ? ".off" : "";
  const drawn = marks.map((mark) => (mark.kind === "bar" ? bar(mark, place, off) : svg(`circle${off}`, { cx: `${place(mark.from)}%`, cy: TALL / 2, r: 4 })));
  const spoken = [...new Set(told.flatMap((fact) => [span(fact), ...details(fact, "observedOn").map((date) => `${say("observedOn")} ${day(date)}`)]))].filter(Boolean).join("; ");
  return el(
    "li",
    { title: spoken },
    el("span", {}, jump(item, text), el("span.unseen", {}, `: ${spoken}`)),
    svg("svg", { height: TALL, "aria-hidden": "true" }, svg("line.rule", { x1: 0, x2: "100%", y1: TALL / 2, y2: TALL / 2 }), ...drawn),
  );
}

/** A bar; where one end is not told, an arrow says that it goes on from there, or was so before. */
function bar({ from, to, hasStart, hasEnd, isTerm }, place, off) {
  const [start, end] = [place(from), place(to)];
  const made = [];
  if (end - start > 0.8 || (hasStart && hasEnd)) {
    made.push(svg(`rect${isTerm ? ".term" : hasStart && hasEnd ? "" : ".open"}${off}`, { x: `${start}%`, y: TALL / 2 - 4, width: `${Math.max(end - start, 1.5)}%`, height: 8, rx: 2 }));
  }
  if (!hasEnd) made.push(svg("svg", { x: `${end}%`, overflow: "visible" }, svg(`path${off}`, { d: `M0 ${TALL / 2 - 6}l9 6-9 6z` })));
  if (!hasStart) made.push(svg("svg", { x: `${start}%`, overflow: "visible" }, svg(`path${off}`, { d: `M0 ${TALL / 2 - 6}l-9 6 9 6z` })));
  return svg("g", {}, ...made);
}
