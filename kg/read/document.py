"""What an article is read from, before it is one."""

from dataclasses import astuple, dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Told:
    """What a file, a table or an address says of an article; it goes before what is guessed.

    `published` is an ISO date; None stands for what is not told.
    """

    title: str | None = None
    published: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The raw material of one article: bytes, their format, and what is told beside them.

    `name` is what the article is called if no other has the name, `source` the file and, after
    "!/", the place in it; `format` is a row of `kg.read.READERS`, and `charset` what was declared
    of the bytes, which need not be true.
    """

    name: str
    source: str
    format: str
    data: bytes
    told: Told = Told()
    charset: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of all that the article is made of; of the bytes, where that is all."""
        whole = sha256(self.data)
        if self.told != Told():
            whole.update(repr(astuple(self.told)).encode())
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or a place in one, that no article can be read from, and why.

    `foreign` says that it is of a kind that is not read here, such as a picture.
    """

    source: str
    reason: str
    foreign: bool = False
