"""Queries of bad will: those that would read or change what they must not, and those that cost."""

# {http} and {file} stand for addresses that must not be visited.
READS = {
    "FROM a file": "SELECT * FROM <{file}> {{ ?s ?p ?o }}",
    "FROM a server": "SELECT * FROM <{http}> {{ ?s ?p ?o }}",
    "FROM NAMED a file": "SELECT * FROM NAMED <{file}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "FROM NAMED a server": "SELECT * FROM NAMED <{http}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "FROM by a prefix": "PREFIX x: <{http}> SELECT * FROM x: {{ ?s ?p ?o }}",
    "SERVICE": "SELECT * {{ SERVICE <{http}> {{ ?s ?p ?o }} }}",
    "SERVICE SILENT": "SELECT * {{ SERVICE SILENT <{http}> {{ ?s ?p ?o }} }}",
    "escaped SERVICE": "SELECT * {{ \\u0053ERVICE <{http}> {{ ?s ?p ?o }} }}",
    "twice escaped SERVICE": "SELECT * {{ \\U00000053\\u0045RVICE <{http}> {{ ?s ?p ?o }} }}",
    "SERVICE of a variable": "SELECT * {{ VALUES ?x {{ <{http}> }} SERVICE ?x {{ ?s ?p ?o }} }}",
    "SERVICE in a part": "ASK {{ FILTER EXISTS {{ SERVICE <{http}> {{ ?s ?p ?o }} }} }}",
    "LOAD": "LOAD <{http}>",
    "LOAD of a file": "LOAD SILENT <{file}> INTO GRAPH <urn:g>",
    "INSERT": "INSERT DATA {{ <urn:s> <urn:p> <urn:o> }}",
    "INSERT WHERE": "INSERT {{ ?s <urn:p> ?o }} WHERE {{ ?s ?p ?o }}",
    "DELETE": "DELETE WHERE {{ ?s ?p ?o }}",
    "CLEAR": "CLEAR ALL",
    "DROP": "DROP SILENT ALL",
    "CREATE": "CREATE GRAPH <urn:g>",
    "two in one": "ASK {{}} ; DROP ALL",
}

EVERYTHING = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
GROWTH = "".join(f"BIND (CONCAT(?x{n}, ?x{n}, ?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(20))
COSTLY = {
    "a product counted": f"SELECT (COUNT(*) AS ?n) {{ {EVERYTHING} }}",
    "a product of rows": f"SELECT * {{ {EVERYTHING} }}",
    "a product of distinct rows": f"SELECT DISTINCT * {{ {EVERYTHING} }}",
    "a product in order": f"SELECT * {{ {EVERYTHING} }} ORDER BY ?a ?d LIMIT 5",
    "a product in groups": f"SELECT ?a (COUNT(*) AS ?n) {{ {EVERYTHING} }} GROUP BY ?a ?d ?g ?j",
    "a product described": f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {EVERYTHING} FILTER (?c = ?l) }}",
    "a text that grows": f"SELECT (STRLEN(?x20) AS ?n) {{ BIND ('0123456789' AS ?x0) {GROWTH} }}",
    "a text that grows and is given": f"SELECT ?x14 {{ BIND ('01234' AS ?x0) {GROWTH} }}",
    "REPLACE": "SELECT (STRLEN(REPLACE(REPLACE(REPLACE(?x, '.', '%s'), '.', '%s'), '.', '%s'))"
    " AS ?n) { BIND ('%s' AS ?x) }" % (("x" * 500,) * 4),
    "a large expression": "ASK { FILTER REGEX('aaaaaaaa', '((a{1,900}){1,900}){1,900}') }",
    "a walk of many ways": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?b ."
    " ?b (!<urn:x>|^!<urn:x>)* ?c . ?c (!<urn:x>|^!<urn:x>)+ ?d }",
    "nested braces": "ASK " + "{" * 20_000 + "}" * 20_000,
    "nested parentheses": f"ASK {{ FILTER {'(' * 20_000}1{')' * 20_000} }}",
    "nested queries": "ASK { " + "{ SELECT * { " * 3000 + "?s ?p ?o" + " } }" * 3000 + " }",
    "a long path": "ASK { ?s " + "/".join(["(!<urn:x>)*"] * 3000) + " ?o }",
    "a long sum": f"ASK {{ FILTER (0 < {'+'.join(['1'] * 40_000)}) }}",
    "nested negations": f"ASK {{ FILTER ({'!' * 90_000}true) }}",
    "many unions": "ASK { " + " UNION ".join(["{ ?s ?p ?o }"] * 6000) + " }",
    "nested optionals": "ASK { " + "OPTIONAL { ?s ?p ?o " * 4000 + "}" * 4000 + " }",
    "nested lists": f"ASK {{ ?s ?p {'(' * 20_000}1{')' * 20_000} }}",
}
# These end well or badly by how quick the machine is; the others may not.
HARMLESS = ("a long path", "a long sum", "many unions", "nested negations", "a large expression")
