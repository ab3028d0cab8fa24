"""Which edition covers which wording: as subqueries, so that asking costs no query of its own.

A wording of a provision is law between two of its changes, and an edition of any day in between
gives its text: the *after* of the amendment in force on that day and the *before* of the next.
"""

from typing import Any

from django.db.models import Exists, JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from amendments.models.official_edition import AuthenticText

_THIS = OuterRef(OuterRef("in_force_from"))  # From within an edition, within an amendment
_SAME_DAY_LAWS = OuterRef(OuterRef("law__dated"))


def authentic_after(language: str, amendments: QuerySet[Any]) -> Subquery:
    """What the amendment made law, by the last edition that covers it.

    `amendments` are all that may have ended it.
    """
    later = Q(in_force_from__gt=_THIS) | Q(in_force_from=_THIS, law__dated__gt=_SAME_DAY_LAWS)
    ended = _of_same_provision(amendments).filter(
        later, in_force_from__lte=OuterRef("edition__as_of")
    )
    begun = AuthenticText.objects.filter(edition__as_of__gte=OuterRef("in_force_from"))
    return _one(begun.filter(~Exists(ended)), language, provision=OuterRef("provision"))


def authentic_before(language: str, amendments: QuerySet[Any]) -> Subquery:
    earlier = Q(in_force_from__lt=_THIS) | Q(in_force_from=_THIS, law__dated__lt=_SAME_DAY_LAWS)
    between = _of_same_provision(amendments).filter(
        earlier, in_force_from__gt=OuterRef("edition__as_of")
    )
    not_begun = AuthenticText.objects.filter(edition__as_of__lt=OuterRef("in_force_from"))
    return _one(not_begun.filter(~Exists(between)), language, provision=OuterRef("provision"))


def authentic_unamended(language: str) -> Subquery:
    """What the last edition says of a provision; for one that has no amendments."""
    return _one(AuthenticText.objects.all(), language, provision=OuterRef("pk"))


def _of_same_provision(amendments: QuerySet[Any]) -> QuerySet[Any]:
    return amendments.order_by().filter(provision=OuterRef("provision"))


def _one(texts: QuerySet[AuthenticText], language: str, *, provision: OuterRef) -> Subquery:
    found = texts.filter(edition__language=language, provision=provision)
    said = JSONObject(text="text", as_of="edition__as_of", url="edition__url")
    return Subquery(
        found.order_by("-edition__as_of").values(said=said)[:1], output_field=JSONField()
    )
