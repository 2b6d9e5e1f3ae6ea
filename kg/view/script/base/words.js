// Words of the page in both languages, and text as the search compares it.

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

/** Text with a capital at its beginning. */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number as the reader's language writes it. */
function amount(number) {
  return number.toLocaleString(language ? "en" : "vi");
}
