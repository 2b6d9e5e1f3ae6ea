// The shortest connections of two nodes.
const WAYS_SHOWN = 12;

/** All nodes on shortest connections, and the connections themselves, at most some of them. */
function connections(from, to) {
  if (!from?.around || !to?.around) return { nodes: [from, to].filter((item) => item?.around), ways: [] };
  const steps = new Map([[from, 0]]);
  for (const node of steps.keys()) {
    if (steps.has(to) && steps.get(node) >= steps.get(to)) break;
    for (const [other] of linked(node)) if (!steps.has(other)) steps.set(other, steps.get(node) + 1);
  }
  if (!steps.has(to)) return { nodes: [from, to], ways: [] };
  const ways = [];
  const walk = (node, way) => {
    if (ways.length >= WAYS_SHOWN) return;
    if (node === from) ways.push([node, ...way]);
    else {
      const back = linked(node).map(([other]) => other).filter((other) => steps.get(other) === steps.get(node) - 1);
      for (const other of back.sort((a, b) => a.around.size - b.around.size || a.index - b.index)) walk(other, [node, ...way]);
    }
  };
  walk(to, []);
  return { nodes: [...new Set(ways.flat())], ways };
}
