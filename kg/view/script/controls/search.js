// The search box: a name in any order and without accents, Enter goes there.
const search = document.getElementById("search");
const results = document.getElementById("results");
const SHOWN = 12;
let picked = 0;
let matches = [];

/** Fill the list for what stands in the box. */
function suggest() {
  const { count, best } = find(search.value, SHOWN);
  matches = best;
  picked = 0;
  const rows = matches.map((item, number) => option(item, number));
  const rest = count - matches.length;
  if (!count) rows.push(note(search.value.trim() ? say("nothing") : say("searchLabel")));
  else if (rest) rows.push(note(say("more", { n: amount(rest) })));
  if (search.value.trim() && data.site !== null) rows.push(elsewhere(search.value));
  results.replaceChildren(...rows);
  expand(true);
  if (search.value.trim()) announce(say("found", { n: amount(count) }));
}

/** A line of the list that cannot be picked. */
function note(text) {
  return el("li.note", { role: "option", "aria-disabled": "true" }, text);
}

/** Where a server shows the page: the same search in all it has. */
function elsewhere(query) {
  const link = el("a", { href: `${data.site}/search?q=${encodeURIComponent(query)}`, tabindex: -1 }, say("searchAll"));
  link.addEventListener("mousedown", (event) => event.preventDefault());
  return el("li.note", { role: "option", "aria-disabled": "true" }, link);
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
function expand(shown) {
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
  expand(false);
  search.value = item.label;
  panel.focus();
  visit(item.id);
}

search.addEventListener("input", suggest);
search.addEventListener("focus", () => {
  search.select();
  suggest();
});
search.addEventListener("blur", () => expand(false));
search.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // a Vietnamese keyboard is still putting a letter together
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (results.hidden) suggest();
    else move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && matches[picked] && !results.hidden) take(matches[picked]);
  else if (event.key === "Escape" && !results.hidden) {
    event.stopPropagation();
    expand(false);
  }
});
