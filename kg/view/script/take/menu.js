// What can be taken away of what is seen.
const TAKEN = {
  "take-png": () => drawing.nodes.length && savePng(),
  "take-svg": () => drawing.nodes.length && save("graph.svg", "image/svg+xml", svgText()),
  "take-csv": saveTables,
  "take-ttl": () => save("graph.ttl", "text/turtle", turtle()),
  "take-gexf": () => save("graph.gexf", "application/gexf+xml", gexf()),
  "take-print": () => print(),
};

let printed = null;
addEventListener("beforeprint", () => {
  printed?.remove();
  if (!drawing.nodes.length) return;
  printed = drawnSvg();
  printed.classList.add("printed");
  printed.removeAttribute("width");
  printed.removeAttribute("height");
  document.getElementById("graph").append(printed);
});
addEventListener("afterprint", () => printed?.remove());
