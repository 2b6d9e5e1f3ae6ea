// Filters: kinds of nodes as the legend, and facets of facts (relation, status, confidence).
const kindsBar = document.getElementById("kinds");
const facetsBox = document.getElementById("facets");

/** The facets of facts: to add one is to add a line. */
const FACETS = {
  relation: (fact) => fact.relation,
  status: (fact) => status(fact),
};

/** Tell whether a fact passes the filters. */
function passes(fact) {
  if (state.sure && sure(fact) * 100 < state.sure) return false;
  return !state.hide.length || !Object.entries(FACETS).some(([key, read]) => state.hide.includes(`${key}:${read(fact)}`));
}

/** Fill the legend and the facets. */
function showFilters() {
  const drawn = (kind) => drawing.nodes.filter((node) => node.kind === kind).length;
  kindsBar.replaceChildren(
    ...Object.keys(data.kinds).map((kind) => {
      const all = nodes.filter((node) => node.kind === kind).length;
      const hidden = state.hide.includes(`kind:${kind}`);
      return chip(`kind:${kind}`, say(`${kind}-all`), hidden ? amount(all) : `${amount(drawn(kind))}/${amount(all)}`, shape(kind));
    }),
  );
  facetsBox.replaceChildren(...Object.entries(FACETS).map(([key, read]) => facet(key, read)), sureSlider());
}

/** One facet: a chip for every value that occurs, with its count. */
function facet(key, read) {
  const counts = new Map();
  for (const fact of facts) if (read(fact)) counts.set(read(fact), (counts.get(read(fact)) ?? 0) + 1);
  const chips = [...counts].sort(([, a], [, b]) => b - a).map(([value, n]) => chip(`${key}:${value}`, named(value), amount(n)));
  return el("fieldset", {}, el("legend", {}, say(key)), ...chips);
}

/** A button that hides or shows what it names. */
function chip(entry, name, count, picture = "") {
  const hidden = state.hide.includes(entry);
  const click = () => {
    go({ hide: hidden ? state.hide.filter((one) => one !== entry) : [...state.hide, entry] });
  };
  return el(
    "button.chip",
    { type: "button", "aria-pressed": String(!hidden), "data-entry": entry, click },
    picture,
    el("span", {}, name),
    el("small", {}, count),
  );
}

/** The slider for the least confidence. */
function sureSlider() {
  const value = el("output", {}, `${state.sure} %`);
  const slider = el("input", {
    type: "range", min: 0, max: 100, step: 5, value: state.sure, "aria-label": say("sure"),
    input: (event) => { value.textContent = `${event.target.value} %`; },
    change: (event) => go({ sure: Number(event.target.value) }),
  });
  return el("fieldset", {}, el("legend", {}, `${say("sure")} `, value), slider);
}
