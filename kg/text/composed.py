"""One form of the same text: composed letters, one kind of line end, nothing invisible."""

import re
import unicodedata
from collections.abc import Iterator

from kg.model import Offsets
from kg.text.offsets import traced

_HIDDEN = "\ufeff\u00ad\u200b\u200c\u200d\u2060"
_INVISIBLE = re.compile(f"[{_HIDDEN}]")

# Characters that never join the one before them, and that composing turns into one at most:
# letters of Latin and Greek with their marks, punctuation, signs, Han, Hangul. All others, and
# what is invisible, are looked at together with the character before them.
_STEADY = "\0-\x0c\x0e-¬®-\u02ff\u0370-\u0482\u1e00-\u200a\u200e-\u205f\u2061-\u20cf\u2100-\u29ff\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3"  # fmt: skip  # noqa: E501
_MOVING = re.compile(rf"[{_STEADY}]?[^{_STEADY}\r]+|\r\n?")


def normalise(raw: str) -> str:
    """The text that offsets refer to: NFC, one kind of line end, no invisible characters.

    The invisible ones go first, since they may stand between a letter and its mark.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", raw))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def normalise_traced(raw: str) -> tuple[str, Offsets]:
    """What `normalise` gives, with where each character stood; () if nothing moved."""
    text = normalise(raw)
    if text == raw:
        return text, ()
    return text, traced(_pieces(raw))[1]


def _pieces(raw: str) -> Iterator[tuple[str, int | None, int]]:
    done = 0
    for match in _MOVING.finditer(raw):
        start, end = match.span()
        yield raw[done:start], done, 1
        if raw[start] == "\r":
            yield "\n", start, end - start
        else:
            yield from _cluster(match[0], start)
        done = end
    yield raw[done:], done, 1


def _cluster(cluster: str, start: int) -> Iterator[tuple[str, int | None, int]]:
    """The pieces of a letter with what joins it, or of a run of letters that may join."""
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", cluster))
    if composed == cluster or len(composed) == 1:
        yield composed, start, len(cluster) // max(1, len(composed))
        return
    parts = list(_parts(cluster))
    if "".join(part for part, _, _ in parts) == composed:
        for part, at, width in parts:
            yield from ((c, start + at, width) for c in part)
    else:  # letters that join over a boundary of ours: each leads to all of them
        yield from ((c, start, len(cluster)) for c in composed)


def _parts(cluster: str) -> Iterator[tuple[str, int, int]]:
    """Each letter with its marks, composed; where it stands in the cluster, and how wide."""
    begins = [
        at
        for at, c in enumerate(cluster)
        if at == 0 or not (unicodedata.combining(c) or c in _HIDDEN)
    ]
    for begin, end in zip(begins, [*begins[1:], len(cluster)], strict=True):
        part = unicodedata.normalize("NFC", _INVISIBLE.sub("", cluster[begin:end]))
        yield part, begin, end - begin
