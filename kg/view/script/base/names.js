// What the search looks through: every name in folded words, and a few words that tell it from others.

/** A few words that tell an item from its namesakes. */
function context(item) {
  const join = (...parts) => [...new Set(parts.filter(Boolean))].join(" · ");
  const end = (relation) => item.facts.find((fact) => fact.relation === relation && fact.source === item)?.target?.label;
  if (item.kind === "article") return join(item.date && day(item.date), item.publisher);
  if (item.kind === "post") return people(item.facts).slice(0, 3).map((person) => person.label).join(", ");
  if (item.kind === "person") {
    const [fact] = ordered(item.facts.filter((one) => one.relation === "holds"));
    return fact ? join([saying(fact), fact.target?.label].filter(Boolean).join(" "), briefly(fact)) : "";
  }
  if (item.kind === "body") return join(end("partOf"), detail(item, "unit"));
  if (item.kind === "directive") return join(detail(item, "subject"), end("issuedBy"), detail(item, "date"));
  return join(detail(item, "date"), detail(item, "place") || end("organizedBy"));
}

/** Text as the search compares it: folded words, " " before each, so that beginnings are found. */
function spaced(text) {
  return ` ${words(text).join(" ")}`;
}

/** Make the list of names. */
function makeIndex() {
  return [...nodes, ...posts.values(), ...articles].map((item) => {
    const names = [item.label, ...(item.also ?? []), ...(item.kind === "directive" ? details(item, "number") : []), item.identifier ?? ""];
    const lines = [...new Set(names.map(spaced))].filter((name) => name.length > 1);
    return { item, lines, all: lines.join(""), full: null };
  });
}

let index = null;

/** An entry's names with what is told of it. */
function fullOf(entry) {
  entry.full ??= entry.all + spaced(context(entry.item));
  return entry.full;
}

/** Fill in what is told of each entry while the reader looks, a few thousandths of a second at a time. */
function fillIndex(from = 0) {
  const end = performance.now() + 6;
  let at = from;
  while (at < index.length && performance.now() < end) fullOf(index[at++]);
  if (at < index.length) setTimeout(fillIndex, 20, at);
}

/** The items that a query means, the best first. */
function find(query) {
  const wanted = words(query).map((word) => ` ${word}`);
  if (!wanted.length) return [];
  index ??= makeIndex();
  const found = index.filter(({ all }) => wanted.every((word) => all.includes(word))).map((entry) => [score(entry, wanted), entry.item]);
  if (found.length < 5 && wanted.length > 1) {
    const others = index.filter((entry) => wanted.some((word) => entry.all.includes(word)) && wanted.every((word) => fullOf(entry).includes(word)));
    found.push(...others.filter(({ all }) => !wanted.every((word) => all.includes(word))).map(({ item }) => [1, item]));
  }
  return found.sort(([a, one], [b, other]) => b - a || weight(other) - weight(one)).map(([, item]) => item);
}

/** How connected an item is; articles come after the things they tell of. */
function weight(item) {
  return item.around?.size ?? (item.kind === "post" ? item.facts.length / 100 : -1);
}

/** How well an entry fits: one whole name, whole words, in this order. */
function score({ lines }, wanted) {
  const query = wanted.join("");
  let best = 2;
  for (const line of lines) {
    if (!wanted.every((word) => line.includes(word))) continue;
    const whole = wanted.every((word) => `${line} `.includes(`${word} `));
    const exact = whole && line.length === query.length;
    const begins = line.startsWith(query) ? 4 : 2 * line.startsWith(wanted[0]);
    best = Math.max(best, 10 + 4 * whole + begins + 8 * exact - line.length / 1000);
  }
  return best;
}
