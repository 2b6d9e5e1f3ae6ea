// The strip of time under the drawing: how much is told of each year, and the years that are shown;
// of each month where the graph tells of a few years only.
const timeBox = document.getElementById("time");
const dated = facts.filter((fact) => fact.when);
const STEPS = timeSteps();
const PER_STEP = perStep();

/** The years, or the months of less than four, from the first to the last of all facts. */
function timeSteps() {
  const [begun, ended] = [0, 1].map((end) => dated.map((fact) => fact.when[end]).sort());
  // The few facts of long ago stand at the first year, lest they make the rest too narrow.
  const [first, last] = [begun[Math.floor(begun.length * 0.02)] ?? "", ended.at(-1) ?? ""];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const all = Array.from({ length: to - from + 1 }, (_, number) => String(from + number));
  if (all.length > 3) return all;
  const months = all.flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`));
  return months.filter((month) => month >= first.slice(0, 7) && month <= lastDay(last));
}

/** How far a date is from the first step, in steps: its beginning or its end. */
function stepsFrom(date, isEnd) {
  const [[year, month = 1], [ownYear, ownMonth = isEnd ? 12 : 1]] = [STEPS[0], date].map((one) => one.split("-").map(Number));
  return STEPS[0].length === 4 ? ownYear - year : 12 * (ownYear - year) + ownMonth - month;
}

/** How many facts are of each step. */
function perStep() {
  const change = new Array(STEPS.length + 1).fill(0);
  for (const { when: [first, last] } of STEPS.length ? dated : []) {
    const [from, to] = [Math.max(0, stepsFrom(first, false)), Math.min(STEPS.length - 1, stepsFrom(last, true))];
    if (from > to) continue;
    change[from] += 1;
    change[to + 1] -= 1;
  }
  let sum = 0;
  return change.slice(0, -1).map((one) => (sum += one));
}

/** Show the chosen time. */
function showTime() {
  timeBox.hidden = STEPS.length < 2;
  if (timeBox.hidden) return;
  const [from, to] = [stepOf("from"), stepOf("to")];
  const undated = facts.length - dated.length;
  const isBound = state.from || state.to;
  timeBox.replaceChildren(
    el("p", {}, el("strong", {}, isBound ? timeWords() : say("allYears")), " ", undated ? el("small", {}, say("undated", { n: amount(undated) })) : "",
      isBound ? button("reset", () => go({ from: "", to: "" }), {}, { "data-entry": "no-years" }) : ""),
    el("div.range", {}, histogram(from, to), timeSlider("from", from), timeSlider("to", to)),
    timeMarks(),
  );
}

/** The chosen time in words. */
function timeWords() {
  return say("years", { from: state.from ? day(state.from) : "…", to: state.to ? day(state.to) : "…" });
}

/** The number of the step at which an end of the range stands; without a bound the first or last. */
function stepOf(key) {
  if (!state[key]) return key === "from" ? 0 : STEPS.length - 1;
  const inside = STEPS.findIndex((step) => lastDay(step) >= (key === "from" ? state.from : lastDay(state.to)));
  return inside < 0 ? STEPS.length - 1 : inside;
}

/** A bar for every step, those outside the choice pale. */
function histogram(from, to) {
  const most = Math.max(...PER_STEP, 1);
  const wide = 100 / (STEPS.length - 1);
  const thick = Math.min(0.6 * wide, 3);
  const bars = PER_STEP.map((count, step) => {
    const tall = 30 * Math.sqrt(count / most);
    return svg(step < from || step > to ? "rect.out" : "rect", { x: `${step * wide - thick / 2}%`, width: `${thick}%`, y: 30 - tall, height: tall });
  });
  return svg("svg", { height: 30, "aria-hidden": "true" }, ...bars);
}

/** The years or months under the slider, as many as there is room for. */
function timeMarks() {
  const room = isNarrow() ? 5 : 10;
  const each = [1, 2, 3, 5, 6, 10, 12, 20].find((one) => STEPS.length / one <= room) ?? 50;
  const place = (step) => `${(100 * step) / (STEPS.length - 1)}%`;
  const isShown = (step, number) => (step.length === 4 && each > 1 ? Number(step) % each === 0 : number % each === 0);
  const texts = STEPS.map((step, number) => (isShown(step, number) ? svg("text", { x: place(number), y: 10 }, day(step)) : null));
  return el("div.range.marks", { "aria-hidden": "true" }, svg("svg.years", {}, ...texts));
}

/** One end of the range; at the first or last step it sets no bound. */
function timeSlider(key, value) {
  const bound = key === "from" ? 0 : STEPS.length - 1;
  const spoken = (step) => (Number(step) === bound ? say("noBound") : day(STEPS[step]));
  return el("input", {
    type: "range", min: 0, max: STEPS.length - 1, step: 1, value,
    "aria-label": say(key === "from" ? "fromYear" : "toYear"), "aria-valuetext": spoken(value), "data-entry": key,
    input: (event) => event.target.setAttribute("aria-valuetext", spoken(event.target.value)),
    change: (event) => chooseTime(key, Number(event.target.value)),
  });
}

/** Take a step as an end of the range; the other end gives way. */
function chooseTime(key, step) {
  const change = { [key]: step === (key === "from" ? 0 : STEPS.length - 1) ? "" : STEPS[step] };
  if (key === "from" && state.to && stepOf("to") < step) change.to = STEPS[step];
  if (key === "to" && state.from && stepOf("from") > step) change.from = STEPS[step];
  go(change, true);
}
