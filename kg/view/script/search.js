// The search box: a name in any order and without accents, Enter goes there.
const search = document.getElementById("search");
const results = document.getElementById("results");
const SHOWN = 12;
let picked = 0;
let matches = [];

/** What the search looks through: the words of every name, and those around it. */
const index = [...nodes, ...articles].map((item) => ({
  item,
  names: [item.label, ...(item.also ?? []), ...details(item, "number"), item.identifier ?? ""].map(words),
  more: null,
}));

/** The items that a query means, the best first. */
function find(query) {
  const wanted = words(query);
  if (!wanted.length) return [];
  return index
    .map((entry) => [score(entry, wanted), entry.item])
    .filter(([points]) => points > 0)
    .sort(([a, one], [b, other]) => b - a || weight(other) - weight(one) || one.label.localeCompare(other.label, "vi"))
    .map(([, item]) => item);
}

/** How connected an item is; articles come after the things they tell of. */
function weight(item) {
  return item.around?.size ?? -1;
}

/** How well an entry fits: whole name, begun name, all words, all words with those around it. */
function score(entry, wanted) {
  let best = 0;
  for (const name of entry.names) {
    if (!wanted.every((word) => name.some((own) => own.startsWith(word)))) continue;
    const whole = wanted.every((word) => name.includes(word));
    const inOrder = name.join(" ").startsWith(wanted.join(" "));
    best = Math.max(best, 10 + 4 * whole + 4 * inOrder + 8 * (whole && name.length === wanted.length));
  }
  if (best || wanted.length < 2) return best;
  entry.more ??= words(context(entry.item));
  const all = [...entry.names.flat(), ...entry.more];
  return wanted.every((word) => all.some((own) => own.startsWith(word))) ? 5 : 0;
}

/** Fill the list for what stands in the box. */
function suggest() {
  const found = find(search.value);
  matches = found.slice(0, SHOWN);
  picked = 0;
  const rows = matches.map((item, number) => option(item, number));
  const rest = found.length - matches.length;
  if (!found.length) rows.push(note(search.value.trim() ? say("nothing") : say("searchLabel")));
  else if (rest) rows.push(note(say("more", { n: amount(rest) })));
  results.replaceChildren(...rows);
  open(true);
  if (search.value.trim()) announce(say("found", { n: amount(found.length) }));
}

/** A line of the list that cannot be picked. */
function note(text) {
  return el("li.note", { role: "option", "aria-disabled": "true" }, text);
}

/** A line of the list: kind, name, context. */
function option(item, number) {
  return el(
    "li",
    {
      id: `result-${number}`,
      role: "option",
      "aria-selected": number === picked ? "true" : "false",
      mousedown: (event) => event.preventDefault(),
      click: () => take(item),
    },
    shape(item.kind),
    el("span", {}, el("b", {}, item.label), el("small", {}, [say(item.kind), context(item)].filter(Boolean).join(" · "))),
  );
}

/** Show or hide the list. */
function open(shown) {
  results.hidden = !shown;
  search.setAttribute("aria-expanded", String(shown));
  if (shown && matches.length) search.setAttribute("aria-activedescendant", `result-${picked}`);
  else search.removeAttribute("aria-activedescendant");
}

/** Move the pick up or down. */
function move(step) {
  if (!matches.length) return;
  results.children[picked].setAttribute("aria-selected", "false");
  picked = (picked + step + matches.length) % matches.length;
  results.children[picked].setAttribute("aria-selected", "true");
  results.children[picked].scrollIntoView({ block: "nearest" });
  search.setAttribute("aria-activedescendant", `result-${picked}`);
}

/** Go to a found item. */
function take(item) {
  open(false);
  search.value = item.label;
  visit(item.id);
}

search.addEventListener("input", suggest);
search.addEventListener("focus", () => {
  search.select();
  suggest();
});
search.addEventListener("blur", () => open(false));
search.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // a Vietnamese keyboard is still putting a letter together
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (results.hidden) suggest();
    else move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && matches[picked] && !results.hidden) take(matches[picked]);
  else if (event.key === "Escape" && !results.hidden) {
    event.stopPropagation();
    open(false);
  }
});
