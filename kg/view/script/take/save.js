// Files that the page hands to its reader.

/** Hand a file to the reader. */
function save(name, type, ...parts) {
  const link = el("a", { href: URL.createObjectURL(new Blob(parts, { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** The facts that are drawn: between drawn nodes, or of one of them alone. */
function drawnFacts() {
  return drawnRows("factsTable");
}
