"""Matched rows → amendments in draft, beside what is here already."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date
from unicodedata import normalize

from django.utils.translation import override

from amendments.addresses import address
from amendments.comparative_table.listing import WRITTEN, Fate, Listed
from amendments.comparative_table.matching.matched import Matched
from amendments.comparative_table.wanted import Wanted
from amendments.freshness import one_public_change
from amendments.languages import LANGUAGES
from amendments.models import Amendment, Certainty, Provision, State, Topic

NO_TOPIC = "no other amendment of it has a topic to go by: choose a topic for the file"


class Staging:
    """Judges match after match; `write` saves what was judged, within the caller's transaction.

    A place is where in a file a match was found; told in the list and in the history.
    """

    def __init__(self, wanted: Wanted, day: date) -> None:
        self._wanted, self._day = wanted, day
        self._here = {
            amendment.provision_id: amendment
            for amendment in Amendment.objects.filter(law=wanted.law)
        }
        others = Amendment.objects.select_related("topic").order_by("-in_force_from", "pk")
        self._topics: dict[int, Topic] = {}
        for amendment in others:
            self._topics.setdefault(amendment.provision_id, amendment.topic)
        self._slugs = {amendment.slug for amendment in others}
        self._taken: dict[int, tuple[Hashable, str, str]] = {}
        self._to_save: dict[tuple[Hashable, str], Amendment] = {}

    def take(
        self,
        place: Hashable,
        matched: Matched,
        said: tuple[str, ...],
        *,
        in_force_from: date | None = None,
    ) -> Listed:
        """Judge one match; `in_force_from` is its own day, where it has one."""
        provision = matched.provision
        before, after = normalize("NFC", matched.before), normalize("NFC", matched.after)
        listed = Listed(place, Fate.NOT_UNDERSTOOD, address(provision), "", said)
        if earlier := self._taken.get(provision.pk):
            if earlier[1:] == (before, after):
                return replace(listed, fate=Fate.LEFT_OUT, reason=f"the same as in {earlier[0]}")
            return replace(listed, reason=f"{earlier[0]} has other texts for the same provision")
        self._taken[provision.pk] = (place, before, after)
        here = self._here.get(provision.pk)
        if here is None:
            day = in_force_from or self._day
            return self._staged(listed, provision, before, after, day)
        listed = replace(listed, slug=here.slug, pk=here.pk)
        if here.state == State.DRAFT:
            return self._filled(listed, here, before, after)
        return self._kept(listed, here, before, after)

    def _staged(
        self, listed: Listed, provision: Provision, before: str, after: str, day: date
    ) -> Listed:
        topic = self._wanted.topic or self._topics.get(provision.pk)
        if topic is None:
            return replace(listed, reason=NO_TOPIC)
        slug = self._free_slug(provision)
        draft = Amendment(
            law=self._wanted.law,
            provision=provision,
            topic=topic,
            slug=slug,
            in_force_from=day,
            certainty=Certainty.MEDIUM,
            state=State.DRAFT,
            author=self._wanted.editor,
        )
        for language, title in _titles(provision).items():
            setattr(draft, f"title_{language}", title)
        self._set_texts(draft, before, after)
        self._to_save[listed.place, slug] = draft
        return replace(listed, fate=Fate.STAGED, slug=slug, reason=_kind(before, after))

    def _filled(self, listed: Listed, here: Amendment, before: str, after: str) -> Listed:
        language = self._wanted.language
        kept = self._texts_of(here)
        if kept == (before, after):
            return replace(listed, fate=Fate.ALREADY_HERE)
        if kept is not None:
            return replace(listed, fate=Fate.DIFFERS, reason=_lengths(kept, (before, after)))
        for name, text in (("before", before), ("after", after)):
            empty = {getattr(here, f"{name}_{each}") == "" for each in _written_in(here)}
            if empty and empty != {text == ""}:
                reason = f"one language has a text {name} and another says there is none; kept"
                return replace(listed, fate=Fate.DIFFERS, reason=reason)
        self._set_texts(here, before, after)
        self._to_save[listed.place, here.slug] = here
        return replace(listed, fate=Fate.FILLED_IN, reason=f"in {language}")

    def _kept(self, listed: Listed, here: Amendment, before: str, after: str) -> Listed:
        """What is in review, published or withdrawn is never written to."""
        kept = self._texts_of(here)
        if kept is None:
            reason = f"it has no text in {self._wanted.language}, and is not filled in by a file"
        elif kept == (before, after):
            reason = "the same"
        else:
            reason = f"differs, {_lengths(kept, (before, after))}"
        if here.state == State.PUBLISHED:
            return replace(listed, fate=Fate.PUBLISHED, reason=reason)
        fate = Fate.ALREADY_HERE if reason == "the same" else Fate.DIFFERS
        return replace(listed, fate=fate, reason=f"{here.get_state_display()}: {reason}")

    def write(self, listed: list[Listed]) -> list[Listed]:
        """Save the drafts with their history; return the list with their keys."""
        with one_public_change():
            for (place, _slug), draft in self._to_save.items():
                reason = f"{self._wanted.file_name or 'comparative table'}, {place}"
                draft._history_user = self._wanted.editor  # type: ignore[attr-defined]
                draft._change_reason = reason[-100:]  # type: ignore[attr-defined]
                draft.save()
        keys = {draft.slug: draft.pk for draft in self._to_save.values()}
        return [
            replace(each, pk=keys[each.slug]) if each.fate in WRITTEN else each for each in listed
        ]

    def _texts_of(self, amendment: Amendment) -> tuple[str, str] | None:
        """Return its two texts in the language of the file; None if it has none."""
        language = self._wanted.language
        before = getattr(amendment, f"before_{language}")
        return None if before is None else (before, getattr(amendment, f"after_{language}"))

    def _set_texts(self, amendment: Amendment, before: str, after: str) -> None:
        setattr(amendment, f"before_{self._wanted.language}", before)
        setattr(amendment, f"after_{self._wanted.language}", after)

    def _free_slug(self, provision: Provision) -> str:
        wanted = f"{self._wanted.law.slug}-{provision.slug}"[:76].rstrip("-")
        candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, 1000))]
        slug = next(each for each in candidates if each not in self._slugs)
        self._slugs.add(slug)
        return slug


def _titles(provision: Provision) -> dict[str, str]:
    """Name the address in each language that has the words for it; English always has."""
    titles = {}
    for language in LANGUAGES:
        with override(language):
            titles[language] = address(provision)
    return {
        language: title
        for language, title in titles.items()
        if language == "en" or title != titles["en"]
    }


def _written_in(amendment: Amendment) -> Iterator[str]:
    return (each for each in LANGUAGES if getattr(amendment, f"before_{each}") is not None)


def _kind(before: str, after: str) -> str:
    return "added" if not before else "repealed" if not after else "amended"


def _lengths(here: tuple[str, str], file: tuple[str, str]) -> str:
    return (
        f"characters here {len(here[0])} before and {len(here[1])} after, "
        f"in the file {len(file[0])} and {len(file[1])}"
    )
