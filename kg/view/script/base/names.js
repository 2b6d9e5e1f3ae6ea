// What the search looks through: every name in folded words, and a few words that tell it from others.

/** A few words that tell an item from its namesakes. */
function context(item) {
  const join = (...parts) => [...new Set(parts.filter(Boolean))].join(" · ");
  const end = (relation) => item.facts.find((fact) => fact.relation === relation && fact.source === item)?.target?.label;
  if (item.kind === "article") return join(item.date && day(item.date), item.publisher);
  if (item.kind === "post") return people(item.facts).slice(0, 3).map((person) => person.label).join(", ");
  if (item.kind === "person") {
    const [fact] = item.facts.filter((one) => one.relation === "holds").sort((a, b) => isOff(a) - isOff(b) || sentencesOf(b) - sentencesOf(a) || a.index - b.index);
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
  const entries = [...nodes, ...posts.values(), ...articles].map((item) => {
    const names = [item.label, ...(item.also ?? []), ...(item.kind === "directive" ? details(item, "number") : []), item.identifier ?? ""];
    const lines = [...new Set(names.map(spaced))].filter((name) => name.length > 1);
    return { item, lines, all: lines.join(""), full: "" };
  });
  return { entries, names: joined(entries.map(({ all }) => all)), told: null };
}

let index = null;
const CROWD = 4000; // names that a few letters find, and that are not worth being compared with them

/** Texts in one, which a browser looks through many times faster than one by one. */
function joined(texts) {
  const starts = [0];
  for (const text of texts) starts.push(starts.at(-1) + text.length + 1);
  return { text: texts.join("\n"), starts };
}

/** The numbers of the texts that have a word. */
function having({ text, starts }, word) {
  const found = [];
  let number = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[number + 1])) {
    while (starts[number + 1] <= at) number += 1;
    found.push(number);
  }
  return found;
}

/** Find words for what is told of each entry while the reader looks, a few thousandths of a second at a time. */
function fillIndex(from = 0, pause = 6) {
  const { entries } = index;
  const end = performance.now() + pause;
  let at = from;
  for (; at < entries.length && performance.now() < end; at += 1) entries[at].full = entries[at].all + spaced(context(entries[at].item));
  if (index.told) return;
  if (at < entries.length) setTimeout(fillIndex, 20, at);
  else index.told = joined(entries.map(({ full }) => full));
}

/** How many items a query means, and the best of them: by their names, else with what is told of them. */
function find(query, most) {
  const wanted = words(query).map((word) => ` ${word}`);
  if (!wanted.length) return { count: 0, best: [] };
  index ??= makeIndex();
  const { entries, names } = index;
  const [rarest, ...others] = [...new Set(wanted)].sort((a, b) => b.length - a.length); // most names lack it
  const hits = having(names, rarest).map((number) => entries[number]);
  const found = others.length ? hits.filter(({ all }) => others.every((word) => all.includes(word))) : hits;
  const begins = ({ lines }) => Number(lines[0].startsWith(wanted[0]));
  const best = firstOf(found, found.length > CROWD ? begins : (entry) => score(entry, wanted), most);
  if (found.length >= 5 || !others.length) return { count: found.length, best };
  if (!index.told) fillIndex(0, Infinity);
  const named = new Set(found);
  const more = having(index.told, rarest)
    .map((number) => entries[number])
    .filter((entry) => !named.has(entry) && others.every((word) => entry.full.includes(word)));
  return { count: found.length + more.length, best: [...best, ...firstOf(more, () => 0, most - best.length)] };
}

/** The items of the first of many entries in order of points and weight, without sorting them all. */
function firstOf(given, points, most) {
  const best = [];
  for (const entry of given) {
    const [point, heavy] = [points(entry), weight(entry.item)];
    const isBefore = (one) => point > one.point || (point === one.point && heavy > one.heavy);
    if (best.length === most && !(most && isBefore(best[most - 1]))) continue;
    let place = best.length;
    while (place && isBefore(best[place - 1])) place -= 1;
    best.splice(place, 0, { point, heavy, item: entry.item });
    if (best.length > most) best.pop();
  }
  return best.map(({ item }) => item);
}

/** How connected an item is; articles come after the things they tell of. */
function weight(item) {
  return item.around?.size ?? (item.kind === "post" ? item.facts.length / 100 : -1);
}

/** How well an entry fits: one whole name, whole words, in this order; short names before long. */
function score({ lines, item }, wanted) {
  const query = wanted.join("");
  let best = 2;
  for (const line of lines) {
    if (!wanted.every((word) => line.includes(word))) continue;
    const closed = `${line} `;
    const whole = wanted.every((word) => closed.includes(`${word} `));
    const exact = whole && line.length === query.length;
    const begins = line.startsWith(query) ? 4 : 2 * line.startsWith(wanted[0]);
    best = Math.max(best, 10 + 4 * whole + begins + 8 * exact - line.length / 1000);
  }
  return item.kind === "article" ? best - 7 : best; // what an article tells of comes before it
}
