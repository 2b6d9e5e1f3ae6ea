// What can be taken away of what is seen.
const TAKEN = {
  "take-png": savePng,
  "take-svg": () => save("graph.svg", "image/svg+xml", svgText()),
  "take-csv": saveTables,
  "take-ttl": () => save("graph.ttl", "text/turtle", turtle()),
  "take-gexf": () => save("graph.gexf", "application/gexf+xml", gexf()),
  "take-print": () => print(),
};

let printed = null;
addEventListener("beforeprint", () => {
  printed = drawnSvg();
  printed.classList.add("printed");
  printed.removeAttribute("width");
  printed.removeAttribute("height");
  document.getElementById("graph").append(printed);
});
addEventListener("afterprint", () => printed?.remove());
