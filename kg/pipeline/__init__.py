"""Building a graph: the one place where reading, extracting, resolving and storing meet.

`build` reads only files that are new or have changed, and keeps what it read, so that a
build which was stopped goes on where it ended. Who is who is decided for the names that are
told of in what is new; an article is written anew where it, or a decision on it, has changed.
"""

from kg.pipeline.combine import forget, merge
from kg.pipeline.run import Report, build
from kg.pipeline.steps import Progress

__all__ = ["Progress", "Report", "build", "forget", "merge"]
