// What is seen, as two tables for a spreadsheet (RFC 4180, with a byte order mark for Excel).

/** Save both tables. */
function saveTables() {
  for (const [name, columns] of Object.entries(COLUMNS)) {
    const head = Object.keys(columns).map((key) => say(key));
    const body = tableRows(name).map((row) => Object.values(columns).map((read) => read(row)));
    const text = [head, ...body].map((line) => line.map(csvCell).join(",")).join("\r\n");
    save(name === "nodesTable" ? "nodes.csv" : "facts.csv", "text/csv", "\ufeff", text, "\r\n");
  }
}

/** A value as a cell that no spreadsheet takes for a formula. */
function csvCell(value) {
  const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
