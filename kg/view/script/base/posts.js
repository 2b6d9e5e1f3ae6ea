// Posts: what one role on one body is to those who held it, drawn as edges and found by name.
const posts = new Map();

for (const fact of facts) {
  if (fact.relation !== "holds") continue;
  const id = details(fact, "post")[0]?.t ?? `post/${fact.target?.id ?? ""}/${fold(detail(fact, "role"))}`;
  if (!posts.has(id)) posts.set(id, { id, kind: "post", body: fact.target, facts: [] });
  posts.get(id).facts.push(fact);
  fact.post = posts.get(id);
}
for (const post of posts.values()) {
  post.facts = ordered(post.facts);
  post.role = [0, 1].map((number) => {
    const [fact] = post.facts;
    const concept = details(fact, "concept")[0]?.t;
    const role = details(fact, "role")[0] ?? "";
    return (number && concept && data.terms[concept]?.[1]) || role;
  });
  post.label = [post.role[0], post.body?.label].filter(Boolean).join(" ");
  items.set(post.id, post);
}

/** The people of facts, each once, in the facts' order. */
function people(given) {
  return [...new Set(given.map((fact) => fact.source))];
}
