"""The graph as tables: what each holds, of which types, with keys; `TABLES` lists them.

The rows of a table are those of `queries/NAME.rq`. Nodes are called by their paths,
"person/le-an-1f0c9a2b": the graph's base with a path is the IRI.
"""

from kg.graph.exports.columns import Column, Table


def _id(about: str) -> Column:
    return Column("id", "id", about, needed=True)


def _name(about: str) -> Column:
    return Column("name", "string", about, needed=True)


def _of(name: str, table: str, about: str, needed: bool = True) -> Column:
    return Column(name, "id", about, table, needed)


def _text(name: str, about: str, needed: bool = False) -> Column:
    return Column(name, "string", about, needed=needed)


def _pair(name: str, about: str, *columns: Column) -> Table:
    return Table(name, about, columns, tuple(column.name for column in columns))


_OTHERS = Column("other_names", "names", "Other names and spellings.")

TABLES: tuple[Table, ...] = (
    Table(
        "articles",
        "The articles that the graph was read from.",
        (
            _id("Path of the article, which also names its graph."),
            _text("name", "Name of the article's file without its ending.", True),
            _text("title", "Headline."),
            Column("published", "partial", "When it was published."),
            _text("publisher", "Who published it, as its page says."),
            _text("url", "Its address, as its page says."),
            _text("dateline", "Where it was written, as its page says."),
            _text("byline", "Who wrote it, as its page says."),
        ),
    ),
    Table(
        "sentences",
        "The sentences that something was read from.",
        (
            _id("Article and place of the sentence."),
            _of("article", "articles", "The article in which it stands."),
            Column("start", "integer", "Characters of the text before it.", needed=True),
            Column("end", "integer", "Characters of the text up to its end.", needed=True),
            _text("text", "The sentence.", True),
        ),
    ),
    Table(
        "people",
        "The people.",
        (_id("Path."), _name("Full name."), _OTHERS),
        ("id",),
        "foaf:Person",
    ),
    Table(
        "units",
        "Administrative units.",
        (
            _id("Path."),
            _name("Name with what the unit lies in."),
            _text("level", "central, province, district or commune."),
            _text("code", "Official code, where it is known."),
        ),
    ),
    Table(
        "bodies",
        "Party committees, state authorities and other bodies.",
        (
            _id("Path."),
            _name("Canonical name."),
            _OTHERS,
            _text("kind", "Local name of the kind's concept in the ontology."),
            _text("kind_label", "The kind in Vietnamese."),
            _text("system", "party, state or front, where the kind belongs to one."),
        ),
        ("id",),
        "org:Organization",
    ),
    Table(
        "posts",
        "Posts: a role in a body.",
        (
            _id("Path."),
            _name("Role with body."),
            _text("role", "The role's title.", True),
            _text("role_concept", "Local name of the title's concept in the ontology."),
            _of("body", "bodies", "The body; none if it is not told.", False),
        ),
    ),
    Table(
        "directives",
        "Resolutions, decisions, plans and other documents of authorities.",
        (
            _id("Path."),
            _name("Type with number, or the name."),
            _OTHERS,
            _text("type", "Type of document.", True),
            _text("type_concept", "Local name of the type's concept in the ontology."),
            _text("number", "Number with symbol."),
            Column("date", "partial", "Date of the document."),
            _text("subject", "What it is about."),
            _text("term", "Term of the body that passed it."),
        ),
        ("id",),
        "vnkg:Directive",
    ),
    Table(
        "events",
        "Meetings, visits, inspections and ceremonies.",
        (
            _id("Path."),
            _name("Kind with date."),
            _text("kind", "Kind of event.", True),
            Column("date", "partial", "The day."),
            _text("place", "Where it took place, as the article says."),
        ),
    ),
    Table(
        "holdings",
        "Who holds, held or is to hold which post; a missing end does not mean still in office.",
        (
            _id("Path."),
            _name("Person, role and body."),
            _of("person", "people", "Who."),
            _of("post", "posts", "Which post."),
            _of("body", "bodies", "The post's body; none if it is not told.", False),
            _text("role", "The role's title.", True),
            _text("status", "current, former, starts, ends, proposed or acting.", True),
            Column("since", "partial", "From when."),
            Column("until", "partial", "Until when."),
            _text("term", "Term of office."),
            _of("decided_by", "bodies", "The body that gave or took the post.", False),
            _of("decision", "directives", "The directive by which it did.", False),
        ),
    ),
    Table(
        "participations",
        "Who took what part in which event.",
        (
            _id("Path."),
            _of("person", "people", "Who."),
            _of("event", "events", "In what."),
            _text("part", "chairs, speaks or attends.", True),
        ),
    ),
    Table(
        "links",
        "What implements, guides, amends, carries out or presents which directive.",
        (
            _id("Path."),
            Column("subject", "id", "A directive, body or person, as its path says.", needed=True),
            _text("relation", "implements, guides, amends, carriesOut or presents.", True),
            Column("object", "id", "What it does that to; mostly a directive.", needed=True),
        ),
    ),
    _pair(
        "body_parts",
        "Which body is part of which.",
        _of("body", "bodies", "The part."),
        _of("part_of", "bodies", "The whole."),
    ),
    _pair(
        "body_units",
        "Which administrative unit a body serves.",
        _of("body", "bodies", "The body."),
        _of("unit", "units", "The unit."),
    ),
    _pair(
        "unit_parts",
        "Which administrative unit lies in which.",
        _of("unit", "units", "The part."),
        _of("part_of", "units", "The whole."),
    ),
    _pair(
        "directive_issuers",
        "Which body passed a directive.",
        _of("directive", "directives", "The directive."),
        _of("body", "bodies", "The body."),
    ),
    _pair(
        "event_organizers",
        "Which body organized an event.",
        _of("event", "events", "The event."),
        _of("body", "bodies", "The body."),
    ),
    Table(
        "successions",
        "Which body or unit was followed by which in a reform.",
        (
            Column("old", "id", "The body or unit that was.", needed=True),
            Column(
                "new", "id", "The one that followed, of which no article need tell.", needed=True
            ),
            _text("new_name", "The name of the one that followed.", True),
            Column(
                "new_told", "boolean", "Whether an article tells of it, so that it is in a table."
            ),
            _text("reform", "Local name of the reform's concept in the ontology."),
        ),
        ("old", "new"),
    ),
    Table(
        "evidence",
        "Which sentence says what, and the rule that read it.",
        (
            Column("about", "id", "What was read; its path's beginning is its kind.", needed=True),
            _of("sentence", "sentences", "The sentence."),
            _text("rule", "The rule.", True),
            Column("confidence", "number", "How sure that is, from 0 to 1.", needed=True),
        ),
        ("about", "sentence", "rule", "confidence"),
    ),
)
