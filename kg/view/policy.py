"""What keeps the page safe: a policy that lets only our own scripts and styles work."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


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


def _hash(source: str) -> str:
    """Give the policy's name for an inline source: 'sha256-…'."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
