"""The sources of a text, each once, with what it supports."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from amendments.models import Citation, Cited, Source


@dataclass
class SourceUse:
    """A source and the claims of a text that rest on it; none means the whole text.

    `is_for_all` says that the whole text rests on it, beside any claims that are named.
    """

    source: Source
    claims: list[str]
    is_for_all: bool = False


def source_uses(citations: Iterable[Citation]) -> list[SourceUse]:
    """Group citations by source, sources in the order of their first citation.

    Needs each citation's source loaded; makes no query of its own then.
    """
    uses: dict[int, SourceUse] = {}
    for citation in citations:
        use = uses.setdefault(citation.source_id, SourceUse(citation.source, []))
        if citation.claim:
            use.claims.append(citation.claim)
        else:
            use.is_for_all = True
    return list(uses.values())


def citations_of(text: Cited | None) -> Q:
    """Return the filter for one text's citations; for None, one that nothing meets."""
    if text is None:
        return Q(pk__in=[])
    kind = ContentType.objects.get_for_model(text)
    return Q(content_type=kind, object_id=text.pk)
