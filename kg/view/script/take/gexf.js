// What is drawn as GEXF 1.3, for Gephi: places and colours with it, and the years of held posts.

/** The drawn nodes and facts as GEXF. */
function gexf() {
  const made = document.implementation.createDocument(null, "gexf", null);
  const add = (parent, name, attributes = {}) => {
    const child = made.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== "" && value !== undefined) child.setAttribute(key, value);
    return parent.appendChild(child);
  };
  const values = (parent, named) => {
    const box = add(parent, "attvalues");
    for (const [name, value] of Object.entries(named)) if (value) add(box, "attvalue", { for: name, value });
  };
  const root = made.documentElement;
  root.setAttribute("xmlns", "http://gexf.net/1.3");
  root.setAttribute("xmlns:viz", "http://gexf.net/1.3/viz");
  root.setAttribute("version", "1.3");
  const graph = add(root, "graph", { defaultedgetype: "directed", mode: "dynamic", timeformat: "date" });
  for (const [type, names] of [["node", ["kind", "context"]], ["edge", ["relation", "status", "since", "until"]]]) {
    const list = add(graph, "attributes", { class: type });
    for (const name of names) add(list, "attribute", { id: name, title: name, type: "string" });
  }
  const all = add(graph, "nodes");
  for (const node of drawing.nodes) {
    const one = add(all, "node", { id: node.id, label: node.label });
    values(one, { kind: node.kind, context: context(node) });
    const [x, y] = drawing.places.get(node);
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(data.light[node.kind].slice(at, at + 2), 16));
    add(one, "viz:color", { r, g, b });
    add(one, "viz:position", { x, y: -y, z: 0 });
    add(one, "viz:size", { value: size(node) });
  }
  const edges = add(graph, "edges");
  drawnFacts().filter(({ target }) => target).forEach((fact, number) => {
    const edge = add(edges, "edge", { id: number, source: fact.source.id, target: fact.target.id, label: saying(fact) });
    values(edge, { relation: fact.relation, status: status(fact).replace("status-", ""), since: details(fact, "since")[0], until: details(fact, "until")[0] });
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`;
}
