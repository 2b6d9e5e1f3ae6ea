// The SPARQL editor: YASGUI's two parts, the query (Yasqe) and the answer (Yasr), without its tabs
// and its choice of endpoints. Nothing is stored: the address holds the query that was run last.
"use strict";

const at = (id) => document.getElementById(id);
const editor = at("editor");
const answer = at("answer");
const { base } = editor.dataset;
const prefixes = Object.fromEntries(
  [...at("prefixes").querySelectorAll("[data-name]")].map((one) => [one.dataset.name, one.value]),
);

function make(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

// An IRI as a name with one of these prefixes, where the rest needs no escapes.
function short(iri, known) {
  for (const [name, start] of Object.entries(known)) {
    if (start && iri.startsWith(start) && /^[\p{L}\p{N}_-]+$/u.test(iri.slice(start.length))) {
      return `${name}:${iri.slice(start.length)}`;
    }
  }
  return `<${iri}>`;
}

// A term of an answer; what the graph names leads to its page here.
function shown({ type, value, datatype, "xml:lang": language }, known) {
  if (type === "uri") {
    if (!/^https?:/i.test(value)) {
      return short(value, known);
    }
    const link = make("a", short(value, known));
    const { origin } = location; // with it, an IRI that goes on with "/" stays on this host
    link.href = value.startsWith(base) ? `${origin}/${value.slice(base.length)}` : value;
    return link;
  }
  if (type === "bnode") {
    return `_:${value.replace(/^_:/, "")}`;
  }
  const kind = language ? `@${language}` : datatype && short(datatype, known);
  return kind && kind !== "xsd:string" ? make("span", value, " ", make("small", kind)) : value;
}

// YASR's own table writes a style into the page and parses texts of the answer as HTML, which
// the page's policy forbids. This one does neither, and looks as the tables of the other pages.
class Table {
  label = editor.dataset.table;
  priority = 10;

  constructor(yasr) {
    this.yasr = yasr;
  }

  canHandleResults() {
    return Boolean(this.yasr.results?.getVariables()?.length);
  }

  draw() {
    const { results, resultsEl } = this.yasr;
    const known = this.yasr.getPrefixes();
    const names = results.getVariables();
    const body = make("tbody");
    for (const row of results.getBindings() ?? []) {
      const terms = names.map((name) => row[name]);
      body.append(make("tr", ...terms.map((term) => make("td", term ? shown(term, known) : ""))));
    }
    const head = make("thead", make("tr", ...names.map((name) => make("th", name))));
    const scroll = make("div", make("table", head, body));
    scroll.className = "scroll";
    scroll.tabIndex = 0;
    resultsEl.append(scroll);
  }

  download() {
    const getData = () => this.yasr.results?.asCsv() ?? "";
    return { getData, contentType: "text/csv", title: "CSV", filename: "answer.csv" };
  }
}
Yasr.registerPlugin("table", Table);
Yasr.registerPlugin(
  "response",
  class extends Yasr.plugins.response {
    label = editor.dataset.response;
  },
);

// What completes a prefix is ours. The list is set here, since one given to an editor is merged
// into this one, whose completers of classes and properties ask lov.linkeddata.es.
Yasqe.forkAutocompleter("prefixes", {
  name: "own-prefixes",
  persistenceId: null,
  get: () => Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`),
});
Yasqe.defaults.autocompleters = ["own-prefixes", "variables"];

const yasqe = new Yasqe(editor, {
  value: new URLSearchParams(location.search).get("query") || editor.dataset.query,
  requestConfig: { endpoint: new URL(editor.dataset.endpoint, location).href },
  persistenceId: null,
  consumeShareLink: null, // it would also take a query from the address's fragment
  createShareableLink: null, // the link above the editor does it
  extraKeys: { Tab: false, "Shift-Tab": false }, // the keyboard gets out again
});
const yasr = new Yasr(answer, {
  persistenceId: null,
  prefixes: () => ({ ...prefixes, ...yasqe.getPrefixesFromQuery() }),
});
answer.querySelector(".yasr_external_ref_btn").remove(); // help on another host

function address() {
  const url = new URL(location);
  url.searchParams.set("query", yasqe.getValue());
  url.hash = "";
  return url.href;
}

function showLink() {
  at("link").href = address();
}

yasqe.on("changes", showLink);
yasqe.on("query", () => history.replaceState(null, "", address()));
yasqe.on("queryResponse", (_, response, duration) => {
  if (response.name !== "AbortError") {
    yasr.setResponse(response, duration);
  }
});

at("examples").addEventListener("change", ({ target }) => {
  if (target.value) {
    yasqe.setValue(target.value);
  }
});
at("prefixes").addEventListener("change", ({ target }) => {
  const { name } = target.selectedOptions[0].dataset;
  if (name) {
    yasqe.addPrefixes({ [name]: target.value });
  }
  target.value = "";
});

yasqe.getInputField().setAttribute("aria-label", editor.dataset.label);
at("tools").hidden = at("shortcuts").hidden = false;
showLink();
