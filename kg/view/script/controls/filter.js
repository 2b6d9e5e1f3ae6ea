// The filters: kinds of nodes as the legend, and a sheet with the facets, the unit and the confidence.
const kindsBar = document.getElementById("kinds");
const facetsBox = document.getElementById("facets");

/** How many of the items have each value of a facet, the most common first. */
function counted(given, read) {
  const counts = new Map();
  for (const item of given) for (const value of read(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

const COUNTS = {
  kind: counted(nodes, NODE_FACETS.kind).sort(([a], [b]) => Object.keys(data.shapes).indexOf(a) - Object.keys(data.shapes).indexOf(b)),
  level: counted(nodes, NODE_FACETS.level).sort(([a], [b]) => (LEVELS.indexOf(a) + 9) % 9 - (LEVELS.indexOf(b) + 9) % 9),
  relation: counted(facts, FACT_FACETS.relation),
  status: counted(facts, FACT_FACETS.status),
  unit: counted(nodes, (node) => [...node.within]),
};

// The units, each after the one it is part of; their names are the same in both languages.
const UNITS = COUNTS.unit
  .map(([unit, n]) => ({ unit, n, trail: upwards(unit).reverse().map(named).join(" › "), depth: upwards(unit).length - 1 }))
  .sort((a, b) => a.trail.localeCompare(b.trail, "vi"));

/** Fill the legend and the facets. */
function showFilters() {
  const drawn = (kind) => drawing.nodes.filter((node) => node.kind === kind).length;
  kindsBar.replaceChildren(
    ...COUNTS.kind.map(([kind, all]) => chip(`kind:${kind}`, say(`${kind}-all`), `${amount(drawn(kind))}/${amount(all)}`, shape(kind))),
  );
  const reset = isFiltered() ? button("reset", clearFilters, {}, { "data-entry": "reset" }) : "";
  facetsBox.replaceChildren(...["level", "relation", "status"].filter((key) => COUNTS[key].length).map(facet), unitChoice(), sureSlider(), reset);
  document.getElementById("filters").classList.toggle("set", isFiltered());
}

/** One facet: a chip for every value that occurs, with its count. */
function facet(key) {
  const chips = COUNTS[key].map(([value, n]) => chip(`${key}:${value}`, named(key === "level" ? `level-${value}` : value), amount(n)));
  return el("fieldset", {}, el("legend", {}, say(key)), ...chips);
}

/** A button that hides or shows what it names. */
function chip(entry, name, count, picture = "") {
  const hidden = state.hide.includes(entry);
  const click = () => go({ hide: hidden ? state.hide.filter((one) => one !== entry) : [...state.hide, entry] });
  return el(
    "button.chip",
    { type: "button", "aria-pressed": String(!hidden), "data-entry": entry, click },
    picture,
    el("span", {}, name),
    el("small", {}, count),
  );
}

/** The choice of the administrative unit within which all must be. */
function unitChoice() {
  if (!UNITS.length) return "";
  const options = UNITS.map(({ unit, n, depth }) =>
    el("option", { value: unit, selected: state.unit === unit }, `${"\u2003".repeat(depth)}${capital(named(unit).split(", ")[0])} (${amount(n)})`),
  );
  const choice = el(
    "select",
    { "aria-label": say("unit"), "data-entry": "unit", change: (event) => go({ unit: event.target.value }) },
    el("option", { value: "" }, say("everywhere")),
    ...options,
  );
  return el("fieldset", {}, el("legend", {}, say("unit")), choice);
}

/** The slider for the least confidence. */
function sureSlider() {
  const value = el("output", {}, `${state.sure} %`);
  const slider = el("input", {
    type: "range", min: 0, max: 100, step: 5, value: state.sure, "aria-label": say("sure"), "data-entry": "sure",
    input: (event) => { value.textContent = `${event.target.value} %`; },
    change: (event) => go({ sure: Number(event.target.value) }),
  });
  return el("fieldset", {}, el("legend", {}, `${say("sure")} `, value), slider);
}
