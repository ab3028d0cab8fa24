"""All documents that there are, each with the name of its file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amendments.akoma_ntoso.constitution_on_day import known_days
from amendments.akoma_ntoso.exporting import akn_of_constitution, akn_of_law
from amendments.models import AmendingLaw, Constitution
from amendments.reader import days_of_change, histories


@dataclass(frozen=True)
class Document:
    file: str
    data: bytes


def document_of_law(slug: str, language: str) -> Document:
    """Raises AmendingLaw.DoesNotExist."""
    return Document(f"law-{slug}-{language}.xml", akn_of_law(slug, language))


def document_of_constitution(slug: str, day: date | None, language: str) -> Document:
    """Raises Constitution.DoesNotExist, NotKnownOn."""
    on = f"-on-{day}" if day else ""
    file = f"constitution-{slug}{on}-{language}.xml"
    return Document(file, akn_of_constitution(slug, day, language))


def all_documents(languages: Iterable[str]) -> Iterator[Document]:
    """Yield each Constitution on each day on which its text became another, and each law."""
    languages = list(languages)
    for constitution in Constitution.objects.all():
        for day in versions(constitution):
            for language in languages:
                yield document_of_constitution(constitution.slug, day, language)
    for slug in AmendingLaw.objects.values_list("slug", flat=True):
        for language in languages:
            yield document_of_law(slug, language)


def versions(constitution: Constitution) -> list[date]:
    """Return the days on which its text became another, the first known day among them."""
    first, last = known_days(constitution)
    days = {first, *days_of_change(histories(constitution))}
    return sorted(day for day in days if first <= day and (last is None or day <= last))
