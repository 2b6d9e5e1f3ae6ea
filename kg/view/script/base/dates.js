// Dates as the graph has them: a year, a month or a day in ISO 8601, none more exact than was told.

// The keys of details whose values are dates.
const DATES = ["date", "since", "until", "observedOn"];

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
