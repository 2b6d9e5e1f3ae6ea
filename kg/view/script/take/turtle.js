// What is drawn as Turtle, in the terms of the graph it comes from: every triple stands there too.
const PREFIXES = {
  dcterms: "http://purl.org/dc/terms/",
  eli: "http://data.europa.eu/eli/ontology#",
  foaf: "http://xmlns.com/foaf/0.1/",
  org: "http://www.w3.org/ns/org#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  schema: "https://schema.org/",
  vnkg: "https://w3id.org/vnkg/ontology#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
const CLASSES = { person: "foaf:Person", body: "org:Organization", directive: "vnkg:Directive", event: "schema:Event" };

// The properties of details by kind of node, and by relation: as kg/view/queries/details.rq reads them.
const PROPERTIES = {
  body: { class: "org:classification", unit: "vnkg:serves" },
  directive: { type: "vnkg:typeLabel", number: "eli:id_local", date: "eli:date_document", subject: "dcterms:title", term: "vnkg:term" },
  event: { type: "vnkg:eventKind", date: "schema:startDate", place: "vnkg:place" },
  holds: {
    role: "vnkg:roleLabel", concept: "org:role", status: "vnkg:status", since: "vnkg:since", until: "vnkg:until", term: "vnkg:term",
    post: "vnkg:post", decidedBy: "vnkg:decidedBy", observedOn: "vnkg:observedOn",
  },
  takesPart: { part: "vnkg:part" },
};
const DIRECT = { partOf: "org:subOrganizationOf", issuedBy: "eli:passed_by", organizedBy: "schema:organizer" };

/** The drawn nodes and facts as Turtle. */
function turtle() {
  const drawn = drawnFacts();
  const told = [...drawing.nodes.map((node) => nodeTriples(node, drawn)), ...drawn.filter((fact) => fact.id).map(factTriples)];
  const articlesOf = new Set(drawn.flatMap((fact) => (fact.quotes ?? []).map(articleOf)));
  const blocks = [...told, ...[...articlesOf].map(articleTriples)].filter((block) => block.length > 1);
  const head = Object.entries(PREFIXES).map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
  return `${head.join("\n")}\n\n${blocks.map(([subject, ...rest]) => `${subject} ${rest.join(" ;\n  ")} .`).join("\n\n")}\n`;
}

/** What is said of a node; its own relations that have no node stand with it. */
function nodeTriples(node, drawn) {
  const direct = drawn
    .filter((fact) => fact.source === node && !fact.id && DIRECT[fact.relation])
    .map(({ relation, target }) => `${DIRECT[relation]} ${iriOf(target.id)}`);
  const type = CLASSES[node.kind] ? [`a ${CLASSES[node.kind]}`] : [];
  return [iriOf(node.id), ...type, `rdfs:label ${literal(node.label)}`, ...detailTriples(node, PROPERTIES[node.kind]), ...direct];
}

/** What is said of a fact, and the articles it was read from. */
function factTriples(fact) {
  const sources = [...new Set((fact.quotes ?? []).map((number) => articleOf(number).id))];
  const of = { holds: ["org:Membership", "org:member", "org:organization"], takesPart: ["vnkg:Participation", "vnkg:participant", "vnkg:event"] };
  const [type, start, end] = of[fact.relation] ?? ["vnkg:Link", "rdf:subject", "rdf:object"];
  return [
    iriOf(fact.id),
    `a ${type}`,
    `${start} ${iriOf(fact.source.id)}`,
    ...(fact.target ? [`${end} ${iriOf(fact.target.id)}`] : []),
    ...(type === "vnkg:Link" ? [`rdf:predicate vnkg:${fact.relation}`] : []),
    ...detailTriples(fact, PROPERTIES[fact.relation]),
    ...sources.map((id) => `prov:wasDerivedFrom ${iriOf(id)}`),
  ];
}

/** What is said of an article. */
function articleTriples(article) {
  const url = article.url && `schema:url ${literal(article.url)}`;
  const day = article.date && `schema:datePublished ${dateLiteral(article.date)}`;
  const paper = article.publisher && `schema:publisher ${literal(article.publisher)}`;
  return [iriOf(article.id), "a schema:NewsArticle", `rdfs:label ${literal(article.label)}`, ...[day, paper, url].filter(Boolean)];
}

/** The details of an item under their properties. */
function detailTriples(item, properties = {}) {
  return (item.details ?? []).filter(([key]) => properties[key]).map(([key, value]) => `${properties[key]} ${object(key, value)}`);
}

/** A value of a detail. */
function object(key, value) {
  if (value.n !== undefined) return iriOf(nodes[value.n].id);
  if (value.t !== undefined) return value.t.includes("/") ? iriOf(value.t) : `vnkg:${value.t}`;
  return DATES.includes(key) ? dateLiteral(value) : literal(value);
}

/** A date as precise as it is told. */
function dateLiteral(date) {
  return `"${date}"^^xsd:${{ 4: "gYear", 7: "gYearMonth" }[date.length] ?? "date"}`;
}

/** A text as a Turtle string. */
function literal(text) {
  const escapes = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${text.replace(/[\\"\n\r\t]/g, (letter) => escapes[letter])}"`;
}

/** The IRI of something by its id on the page. */
function iriOf(id) {
  const iri = id.includes("://") ? id : data.base + id;
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}>`;
}
