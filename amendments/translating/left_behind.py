"""Translations that a waiting change would leave behind, so that both can be public at once."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import models

from amendments.content_files import BadContent
from amendments.in_step import Standing
from amendments.models import ProposedChange, State, TranslationBasis
from amendments.proposals import Conflict, as_proposed

MOST = 20  # Changes looked at, the newest first: each costs what saving its text costs


def left_behind(language: str, of: Iterable[type[models.Model]]) -> list[TranslationBasis]:
    """Return what is in step now and would be out of date once a waiting change is public.

    An approved change is left out: it waits for its time and cannot be added to. So is what
    the change itself adds: it has no translation that could be old.
    """
    kinds = ContentType.objects.get_for_models(*of).values()
    waiting = ProposedChange.objects.waiting().filter(content_type__in=kinds)
    open_changes = waiting.exclude(state=State.PUBLISHED).order_by("-proposed_at")[:MOST]
    found = {key for change in open_changes for key in _out_of_date(change, language)}
    bases = TranslationBasis.objects.filter(pk__in=found)
    return list(bases.exclude(pk__in=bases.standing(Standing.OUT_OF_DATE)).in_order())


def _out_of_date(change: ProposedChange, language: str) -> list[int]:
    """Return the keys as the database would have them with the change in its place."""
    of_text = TranslationBasis.objects.filter(
        text_type=change.content_type, text_id=change.object_id, language=language
    )
    known = set(of_text.values_list("pk", flat=True))
    try:
        with as_proposed(change):
            stale = of_text.standing(Standing.OUT_OF_DATE).values_list("pk", flat=True)
            return [key for key in stale if key in known]
    except (BadContent, Conflict):  # Its own form says so
        return []
