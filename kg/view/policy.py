"""What keeps the page safe: a policy that lets only our own scripts run, and inert data."""

import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import Any


def policy(scripts: Iterable[str], sheets: Iterable[str]) -> str:
    """Give the Content-Security-Policy that allows these scripts and styles and nothing else.

    The vis-network that pyvis carries sets styles through the CSSOM only, which a policy does
    not concern, so that styles need no 'unsafe-inline'.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, sheets))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def inert(data: Any) -> str:
    """Write data as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _hash(source: str) -> str:
    """Give the policy's name for an inline source: 'sha256-…'."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
