"""Addresses of the web, told from names of files."""


def is_address(text: object) -> bool:
    """Whether a text is an address on the web ("https://…"), and not a file's name."""
    return str(text).startswith(("http://", "https://"))
