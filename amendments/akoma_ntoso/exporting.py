"""The law in the database → Akoma Ntoso 3.0: what readers see, and nothing else."""

from datetime import date

from amendments.akoma_ntoso.constitution_on_day import constitution_on
from amendments.akoma_ntoso.law_with_changes import law_in
from amendments.akoma_ntoso.wording import words_in
from amendments.akoma_ntoso.writing.constitution import write_constitution
from amendments.akoma_ntoso.writing.law import write_law
from amendments.models import AmendingLaw, Constitution


def akn_of_constitution(slug: str, day: date | None, language: str) -> bytes:
    """Return a Constitution as it read on `day`, today or its last day if left out.

    Days between two changes give the same document. Five queries, whatever the size. Raises
    Constitution.DoesNotExist, and NotKnownOn for a day of which no text is known.
    """
    constitution = Constitution.objects.get(slug=slug)
    return write_constitution(constitution_on(constitution, day, language), words_in(language))


def akn_of_law(slug: str, language: str) -> bytes:
    """Return an amending law with what it changed. Two queries, whatever the size.

    Raises AmendingLaw.DoesNotExist.
    """
    law = AmendingLaw.objects.select_related("constitution").get(slug=slug)
    return write_law(law_in(law, language), words_in(language))
