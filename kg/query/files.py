"""The SPARQL that lies in files beside the code."""

from functools import cache
from importlib.resources import files


@cache
def text(folder: str, name: str) -> str:
    """The query `folder/name.rq` of this package."""
    return files("kg.query").joinpath(folder, f"{name}.rq").read_text("utf-8")
