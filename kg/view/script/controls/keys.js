// The keyboard: arrows walk over the drawing, "/" searches, Escape leaves.
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The drawn node that lies nearest in a direction. */
function nextNode([right, down]) {
  const here = drawing.places.get(items.get(state.at));
  if (!here) return drawing.nodes.length ? busiest() : null;
  let best = null;
  let least = Infinity;
  for (const [node, [x, y]] of drawing.places) {
    const ahead = (x - here[0]) * right + (y - here[1]) * down;
    const aside = Math.abs((x - here[0]) * down) + Math.abs((y - here[1]) * right);
    if (ahead > 5 && ahead + 2 * aside < least) [best, least] = [node, ahead + 2 * aside];
  }
  return best;
}

canvas.addEventListener("keydown", (event) => {
  const way = WAYS[event.key];
  const node = items.get(state.at);
  if (way) {
    const next = nextNode(way);
    if (next) {
      go({ at: next.id }, true);
      bringIntoView(next);
      announce(say("moved", { name: next.label, kind: say(next.kind), n: next.around.size }));
    } else announce(say("noNext"));
  } else if (event.key === "Enter") panel.focus();
  else if (event.key === " " && node?.around) toggle(node.id);
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input")) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape") {
    if (pathFrom) {
      pathFrom = null;
      showPanel();
    } else if (panel.contains(event.target) || event.target === panel) canvas.focus();
  }
});
