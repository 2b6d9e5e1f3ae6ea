"""PDF: the words of its text layer, put in order and joined to paragraphs."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import ReadError
from kg.model import Article
from kg.read.claims import Claims, believing
from kg.read.document import Document
from kg.read.pdf.columns import blocks_of
from kg.read.pdf.margins import without_margins
from kg.read.pdf.paragraphs import paragraphs
from kg.read.pdf.pdfium import MAX_CHARACTERS, MAX_PAGES
from kg.read.pdf.words import lines_of, rows_of, words_of

__all__ = ["read_pdf"]

_PROGRAM = Path(__file__).with_name("pdfium.py")
_SECONDS = 50
"""How long the other process may take by the clock; it bounds its processor time itself."""
_LEAST = 40
"""Fewer letters than this are a stamp on a scan, such as "Scanned with CamScanner"."""
_UNKNOWN = 0.2
"""A text with a greater share of letters without Unicode cannot be read."""
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_SCAN = "has no text layer (a scan); run OCR over it first"
_REASONS = {
    "encrypted": "is encrypted and needs a password; save it without one",
    "damaged": "is damaged, or no PDF at all",
    "pages": f"has more than {MAX_PAGES} pages; split it",
    "long": f"has more than {MAX_CHARACTERS} characters; split it",
}


def read_pdf(document: Document) -> Article:
    """The article in a PDF with a text layer; raises ReadError.

    The article's origins lead to the paragraphs as they are joined here, not into the file,
    which has no characters in an order of its own.
    """
    head, *printed = _printed(document.data)
    pages = [rows_of(lines_of(words_of(page))) for page in printed]
    pages, address = without_margins(pages)
    text = "\n".join(paragraphs([blocks_of(rows, i == 0) for i, rows in enumerate(pages)]))
    letters = sum(map(str.isalpha, text))
    unknown = text.count("\ufffd")
    if unknown > _UNKNOWN * (letters + unknown):
        raise ReadError("has fonts that do not tell their letters; run OCR over it first")
    if letters < _LEAST:
        raise ReadError(_SCAN)
    claims = Claims(head["title"], _created(head["created"]), url=address)
    return believing(text.replace("\ufffd", ""), document, claims)


def _printed(data: bytes) -> Sequence[Any]:
    """What the other process tells: the head, and the words of every page."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_PROGRAM)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError(f"takes more than {_SECONDS} seconds to read; print it anew") from error
    except subprocess.CalledProcessError as error:
        raise ReadError("is damaged, or needs more than its due of time or memory") from error
    except TimeoutError:  # who calls may have set a clock of his own
        raise
    except OSError as error:
        raise ReadError(
            f"needs a process of its own, which cannot start ({error.strerror})"
        ) from error
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if isinstance(answers[-1], dict) and "refused" in answers[-1]:
        raise ReadError(_REASONS[answers[-1]["refused"]])
    return answers


def _created(stamp: str) -> str | None:
    match = _CREATED.match(stamp)
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None
