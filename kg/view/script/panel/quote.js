// The sentence that a fact was read from, its words marked, with the article beneath it.
const TOKEN = /[\p{L}\p{N}]+(?:[/.-][\p{L}\p{N}]+)*/gu;

/** The names to mark for a thing or a fact: those of its source, and those told beside it. */
function telling(item) {
  const names = (node) =>
    [node.label, ...(node.also ?? []), ...details(node, "number"), ...details(node, "type")].filter(
      (name) => typeof name === "string",
    );
  if (!item.relation) return { first: names(item), beside: [] };
  return { first: names(item.source), beside: [details(item, "role"), item.target ? names(item.target) : []] };
}

/** The stretches [start, end] of a sentence to mark: of what is told beside, the nearest alone. */
function stretches(sentence, { first, beside }) {
  const main = occurrences(sentence, first);
  const gap = ([start, end]) => Math.min(...main.map((one) => Math.max(start - one[1], one[0] - end)));
  const near = beside.flatMap((names) => {
    const found = occurrences(sentence, names);
    return main.length ? found.sort((a, b) => gap(a) - gap(b)).slice(0, 1) : found;
  });
  return [...main, ...near].sort((a, b) => a[0] - b[0]);
}

/** Where a sentence gives one of the names, or the beginning of one. */
function occurrences(sentence, names) {
  const tokens = [...sentence.matchAll(TOKEN)].map((match) => ({
    text: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const wanted = names.map((name) => (name.match(TOKEN) ?? []).map(fold)).filter((name) => name.length);
  const found = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = Math.max(0, ...wanted.map((name) => common(tokens, at, name)));
    if (run) found.push([tokens[at].start, tokens[at + run - 1].end]);
    at += Math.max(0, run - 1);
  }
  return found;
}

/** How many words from `at` on begin a name; less than two only where they are all of it. */
function common(tokens, at, name) {
  let run = 0;
  while (run < name.length && tokens[at + run]?.text === name[run]) run += 1;
  return run === name.length || run >= 2 ? run : 0;
}

/** A sentence as text with marks. */
function marked(sentence, names) {
  const parts = [];
  let done = 0;
  for (const [from, end] of stretches(sentence, names)) {
    const start = Math.max(from, done);
    if (start >= end) continue;
    parts.push(sentence.slice(done, start), el("mark", {}, sentence.slice(start, end)));
    done = end;
  }
  return [...parts, sentence.slice(done)];
}

/** A quoted sentence with article, date, link, confidence and rule. */
function quotation(number, names) {
  const [sentence, rule, confidence] = data.quotes[number];
  const [, start, text] = data.sentences[sentence];
  const article = articleOf(number);
  const how = data.rules[rule] ? ` · ${say("rule")} ${data.rules[rule]}` : "";
  return el(
    "div",
    {},
    el("blockquote", { lang: "vi" }, ...marked(text, names)),
    el(
      "span.source",
      { title: say("position", { a: start, b: start + text.length }) },
      jump(article),
      ` · ${article.date ? day(article.date) : say("unknownDate")} · `,
      outside(article),
      `${say("confidence")} ${amount(confidence)}${how}`,
    ),
  );
}

/** The sentences of an item, those of an article first: the first in view, the others on demand. */
function quotations(item, limit = 1, article = null) {
  const isOf = (number) => articleOf(number) === article;
  const numbers = [...(item.quotes ?? [])].sort((a, b) => isOf(b) - isOf(a));
  const names = telling(item);
  const made = numbers.slice(0, limit).map((number) => quotation(number, names));
  if (numbers.length <= limit) return made;
  const rest = el("details.rest", {}, el("summary", {}, say("moreSentences", { n: numbers.length - limit })));
  const fill = () => rest.append(...numbers.slice(limit).map((number) => quotation(number, names)));
  rest.addEventListener("toggle", fill, { once: true });
  return [...made, rest];
}

/** A link out to the article, only where its address is one of the web. */
function outside(article) {
  if (!/^https?:\/\//i.test(article.url ?? "")) return "";
  const link = el("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, `${say("openArticle")} ↗`);
  return el("span", {}, link, " · ");
}

/** A button that goes to an item. */
function jump(item, text = item.label) {
  return el("button.go", { type: "button", click: () => reach(item) }, text);
}
