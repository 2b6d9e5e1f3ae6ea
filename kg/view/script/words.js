// Words of the page in both languages, text as the search compares it, and elements.
const data = JSON.parse(document.getElementById("data").textContent);
let language = 0; // 0 Vietnamese, 1 English

/** Name a term of the ontology, as it is labelled there or else as the page calls it. */
function named(term) {
  return (data.terms[term] ?? data.words[term] ?? [term, term])[language];
}

/** Say a word of the page, with values for its {blanks}. */
function say(key, values = {}) {
  return (data.words[key] ?? [key, key])[language].replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
}

/** Text without case, tone marks and other accents: "Nguyễn Bật Khánh" is "nguyen bat khanh". */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[đð]/g, "d");
}

/** The folded words of a text. */
function words(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A number as the reader's language writes it. */
function amount(number) {
  return number.toLocaleString(language ? "en" : "vi");
}

/** An ISO date of any precision as the reader's language writes it. */
function day(iso) {
  const [year, month, date] = iso.split("-");
  if (language) return iso;
  return [date, month, year].filter(Boolean).join("/");
}

/** Make an element "tag.class.class"; attributes that are functions listen to events. */
function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const OUTLINES = {
  dot: "M7 1a6 6 0 1 0 .01 0z",
  square: "M2 2h10v10H2z",
  diamond: "M7 0l7 7-7 7-7-7z",
  triangle: "M7 1l7 12H0z",
  sheet: "M2 0h7l3 3v11H2zM4 5v1h6V5zM4 8v1h6V8z",
};

/** The shape of a kind as a small picture in the kind's colour. */
function shape(kind) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 14 14");
  picture.setAttribute("class", `shape ${kind}`);
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", OUTLINES[data.kinds[kind] ?? "sheet"]);
  line.setAttribute("fill-rule", "evenodd");
  picture.append(line);
  return picture;
}
