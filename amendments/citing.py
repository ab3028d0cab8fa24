"""How to cite a page: in plain words, as BibTeX, as a link."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CitedPage:
    """One page and the day it was read. `url` is its whole address with the language."""

    title: str
    site: str
    url: str
    key: str
    read_on: date

    @property
    def plain(self) -> str:
        return f"{self.title}. {self.site}. {self.url} ({self.read_on.isoformat()})."

    @property
    def bibtex(self) -> str:
        """Return a BibTeX entry; braces and backslashes of the title cannot end a field."""
        title = self.title.replace("\\", "").replace("{", "(").replace("}", ")")
        return (
            f"@misc{{{self.key},\n"
            f"  title = {{{title}}},\n"
            f"  howpublished = {{{self.site}}},\n"
            f"  url = {{{self.url}}},\n"
            f"  urldate = {{{self.read_on.isoformat()}}}\n"
            "}"
        )
