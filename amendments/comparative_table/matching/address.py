"""Where a text stands, as a lawyer names it: article, paragraph, sub-paragraph."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Address:
    """An address as read; empty parts were not named.

    `section` (in Roman numerals) excludes the others; `is_opening`: the words of a paragraph
    before its first sub-paragraph. `paragraphs` may be several: "paragraphs 4 to 6".
    """

    section: str = ""
    article: str = ""
    paragraphs: tuple[str, ...] = ()
    subparagraph: str = ""
    is_opening: bool = False

    @property
    def paragraph(self) -> str:
        return self.paragraphs[0] if self.paragraphs else ""

    def within(self, paragraph: str, subparagraph: str = "") -> "Address":
        paragraphs = (paragraph,) if paragraph else ()
        return replace(self, paragraphs=paragraphs, subparagraph=subparagraph, is_opening=False)

    def holds(self, other: "Address") -> bool:
        """Whether `other` is this address or lies in it."""
        if (self.section, self.article) != (other.section, other.article):
            return False
        if self.paragraphs and not set(other.paragraphs) & set(self.paragraphs):
            return False
        if self.is_opening and other.subparagraph:
            return False
        return not self.subparagraph or self.subparagraph == other.subparagraph

    def __str__(self) -> str:
        if self.section:
            return f"heading of Section {self.section}"
        many = "s" if len(self.paragraphs) > 1 else ""
        parts = [f"Article {self.article}"] if self.article else []
        parts += [f"paragraph{many} {', '.join(self.paragraphs)}"] if self.paragraphs else []
        parts += ["opening words"] if self.is_opening else []
        parts += [f"sub-paragraph {self.subparagraph}"] if self.subparagraph else []
        return ", ".join(parts)
