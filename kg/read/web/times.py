"""The times that servers tell, which may be nonsense."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_DAY = 24 * 3600
_SECONDS = re.compile(r"[0-9]{1,9}")


def stamp(moment: datetime) -> str:
    """A moment in UTC, to the second: "2026-11-27T08:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(headers: Mapping[str, str], now: datetime) -> datetime:
    """When an answer was given: by the server's clock, or by ours where that is a day off."""
    told = _told(headers.get("date", ""))
    return told if told and abs((told - now).total_seconds()) < _DAY else now


def pause(headers: Mapping[str, str], now: datetime) -> float | None:
    """How many seconds a busy server wants to be left alone, told as a number or as a date."""
    text = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    told = _told(text)
    return None if told is None else max((told - now).total_seconds(), 0.0)


def _told(text: str) -> datetime | None:
    try:
        told = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)
