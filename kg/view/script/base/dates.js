// Dates as the graph has them: a year, a month or a day in ISO 8601, none more exact than was told.

/** A date as the reader's language writes it. */
function day(iso) {
  const [year, month, date] = iso.split("-");
  return language ? iso : [date, month, year].filter(Boolean).join("/");
}

/** The last day of a year or month, in the order of texts. */
function lastDay(iso) {
  return iso.length === 4 ? `${iso}-12-31` : `${iso}-31`.slice(0, 10);
}

/** A date as a number of years, its middle where a year or month is all that is told. */
function years(iso, place = 0.5) {
  const [year, month, date] = iso.split("-").map(Number);
  if (!month) return year + place;
  return year + (month - 1 + (date ? date / 31 : place)) / 12;
}

/** The first and last day that details tell of, or null: as kg.view.content.when. */
function whenOf(item) {
  const told = (...keys) => (item.details ?? []).filter(([key]) => keys.includes(key)).map(([, value]) => value).sort();
  const [since, until, seen] = [told("since"), told("until"), told("observedOn", "date")];
  if (!since.length && !until.length && !seen.length) return null;
  const last = until.at(-1) ?? [...seen, ...since].sort().at(-1);
  const first = since[0] ?? (seen.length && seen[0] < last ? seen[0] : last);
  return [first, last];
}
