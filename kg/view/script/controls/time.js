// The strip of years under the drawing: how much is told of each, and the years that are shown.
const timeBox = document.getElementById("time");
const dated = facts.filter((fact) => fact.when);
const perYear = counted(dated.flatMap((fact) => yearsOf(fact)), (year) => [year]).sort(([a], [b]) => a - b);
// The few facts of long ago stand at the first year, lest they make the rest too narrow.
const [begun, ended] = [0, 1].map((end) => dated.map((fact) => Number(fact.when[end].slice(0, 4))).sort((a, b) => a - b));
const FIRST_YEAR = begun[Math.floor(begun.length * 0.02)] ?? 0;
const LAST_YEAR = ended.at(-1) ?? 0;

/** The years of a fact, no more than a life has. */
function yearsOf({ when: [first, last] }) {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.min(Math.max(to - from, 0), 90) + 1 }, (_, number) => from + number);
}

/** Show the chosen years. */
function showTime() {
  timeBox.hidden = LAST_YEAR <= FIRST_YEAR;
  if (timeBox.hidden) return;
  const [from, to] = [Number(state.from) || FIRST_YEAR, Number(state.to) || LAST_YEAR];
  const undated = facts.length - dated.length;
  const words = state.from || state.to ? say("years", { from: state.from || "…", to: state.to || "…" }) : say("allYears");
  timeBox.replaceChildren(
    el("p", {}, el("strong", {}, words), " ", undated ? el("small", {}, say("undated", { n: amount(undated) })) : "",
      state.from || state.to ? button("reset", () => go({ from: "", to: "" }), {}, { "data-entry": "no-years" }) : ""),
    el("div.range", {}, histogram(from, to), yearSlider("from", from), yearSlider("to", to)),
    yearMarks(),
  );
}

/** A bar for every year, those outside the choice pale. */
function histogram(from, to) {
  const heights = new Map(perYear);
  const most = Math.max(...perYear.filter(([year]) => year >= FIRST_YEAR).map(([, count]) => count));
  const wide = 100 / (LAST_YEAR - FIRST_YEAR);
  const thick = Math.min(0.6 * wide, 3);
  const bars = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, number) => {
    const year = FIRST_YEAR + number;
    const tall = 30 * Math.sqrt((heights.get(year) ?? 0) / most);
    return svg(year < from || year > to ? "rect.out" : "rect", { x: `${number * wide - thick / 2}%`, width: `${thick}%`, y: 30 - tall, height: tall });
  });
  return svg("svg", { height: 30, "aria-hidden": "true" }, ...bars);
}

/** The years under the slider, as many as there is room for. */
function yearMarks() {
  const step = [1, 2, 5, 10, 20].find((one) => (LAST_YEAR - FIRST_YEAR) / one <= 10) ?? 50;
  const shown = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, number) => FIRST_YEAR + number).filter((year) => year % step === 0);
  const place = (year) => `${(100 * (year - FIRST_YEAR)) / (LAST_YEAR - FIRST_YEAR)}%`;
  return el("div.range.marks", { "aria-hidden": "true" }, svg("svg.years", {}, ...shown.map((year) => svg("text", { x: place(year), y: 10 }, String(year)))));
}

/** One end of the range; at the first or last year it sets no bound. */
function yearSlider(key, value) {
  const bound = key === "from" ? FIRST_YEAR : LAST_YEAR;
  const spoken = (year) => (Number(year) === bound ? say(key === "from" ? "noFrom" : "noTo") : String(year));
  return el("input", {
    type: "range", min: FIRST_YEAR, max: LAST_YEAR, step: 1, value: Math.min(LAST_YEAR, Math.max(FIRST_YEAR, value)),
    "aria-label": say(key === "from" ? "fromYear" : "toYear"), "aria-valuetext": spoken(value), "data-entry": key,
    input: (event) => event.target.setAttribute("aria-valuetext", spoken(event.target.value)),
    change: (event) => choose(key, Number(event.target.value)),
  });
}

/** Take a year as an end of the range; the other end gives way. */
function choose(key, year) {
  const bound = key === "from" ? FIRST_YEAR : LAST_YEAR;
  const change = { [key]: year === bound ? "" : String(year) };
  if (key === "from" && state.to && Number(state.to) < year) change.to = String(year);
  if (key === "to" && state.from && Number(state.from) > year) change.from = String(year);
  go(change);
}
