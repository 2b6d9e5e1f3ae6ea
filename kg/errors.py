"""Everything that can go wrong by a user's or a file's doing.

    KgError
    ├── ReadError         a file cannot be read as an article
    │   └── ForeignError    it is of a kind, or has columns, in which no articles are known
    ├── VocabularyError   a row of the ontology says something impossible
    ├── StoreError        a graph is missing, locked or damaged
    ├── QueryError        a query is wrong, or asks for what the graph has not
    │   ├── RefusedError    it would change the graph, or read what is not in it
    │   ├── OversizeError   its answer is larger than was allowed
    │   └── AmbiguousError  a name stands for several things
    ├── OutputError       what was asked for cannot be written to its end
    └── UsageError        arguments that do not go together

Messages name the file, the line or value, and what to do; the command line prints them
without a traceback.
"""


class KgError(Exception):
    """Something that the user can understand and mend."""


class ReadError(KgError):
    """A file that cannot be read as an article: unreadable, empty, binary."""


class ForeignError(ReadError):
    """A file of a kind, or with columns, in which no articles are known."""


class VocabularyError(KgError):
    """A row of the ontology that contradicts another or lacks what the software needs."""


class StoreError(KgError):
    """A graph that is missing, in use elsewhere, or not a graph of this software."""


class QueryError(KgError):
    """A query that cannot be parsed or run."""


class RefusedError(QueryError):
    """A query that would change the graph, ask another server, or read another graph."""


class OversizeError(QueryError):
    """A query whose answer is larger than was allowed; nothing of it is given."""


class AmbiguousError(QueryError):
    """A name that stands for several things, of which none is guessed."""


class OutputError(KgError):
    """Output that ended halfway, such as on a full disk."""


class UsageError(KgError):
    """Arguments that do not go together."""
