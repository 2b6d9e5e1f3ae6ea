"""Looking at what is read: sentence by sentence, and against what a careful reader takes from it.

Gold is a folder of JSON files, one an article and named like it. A file has the keys "article"
(its own name without the ending), "published" (the date on the page) and six lists:

- "persons": full names;
- "organizations": "name" in full with its place, "within" (the body it is a part of), "unit"
  (the administrative unit it serves, upward to the province: "huyện Văn Lâm, tỉnh Hưng Yên");
- "positions": "person", "role" without the body, "organization", "status" (current, former,
  starts, ends, proposed, acting), "since", "until";
- "directives": an "id" of this file alone, "type", "number" with its symbol, "date", "issuer",
  "subject", "name" as the article has it;
- "links": "from", "type", "to", where the ends are ids of directives or names. One directive
  implements, guides or amends another; an organization carries_out one, a person presents one;
- "events": "type", "date", "place", "organizer", and "participants", each a "person" with "as":
  chairs, speaks or attends.

What is not said is null, dates are ISO and as exact as the article. An item with
"optional": true, on which careful readers may differ, counts neither when found nor when missed.

Names match when their words are the same in one spelling, but for light words ("tỉnh", "của")
that one side lacks; "positions!" wants role and organization to be equal each. Directives match
by type and number, without number by name; links by type and both ends; participants by person
and part. Values (status, dates, issuer …) are counted where their fact matches.
"""

from kg.evaluate.compare import KINDS, Comparison, compare
from kg.evaluate.facts import Facts, Item, facts_of
from kg.evaluate.gold import read_gold
from kg.evaluate.run import Evaluation, against, evaluate, graph_facts
from kg.evaluate.scores import Score, Scores, scores

__all__ = [
    "KINDS",
    "Comparison",
    "Evaluation",
    "Facts",
    "Item",
    "Score",
    "Scores",
    "against",
    "compare",
    "evaluate",
    "facts_of",
    "graph_facts",
    "read_gold",
    "scores",
]
