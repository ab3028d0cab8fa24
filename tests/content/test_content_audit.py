"""Each fault that the audit looks for, provoked once in content that has none."""

from collections.abc import Callable, Iterator

import pytest
from django.core.management import CommandError

from amendments.audit import Audit, audit, audit_check, registry
from amendments.content_files import Fault, kinds, read_database
from amendments.models import AmendingLaw, Amendment, Citation, Source, State, Term, Topic
from tests.content.conftest import ContentFolder, everything, said


def change(model: type, slug: str, **columns: object) -> None:
    """Change columns behind the back of every check but the database's own."""
    rows = model._base_manager.filter(slug=slug)  # type: ignore[attr-defined]
    assert rows.update(**columns) == 1


def cite(slug: str, claim: str) -> None:
    Citation.objects.create(
        text=Amendment.objects.get(slug=slug),
        source=Source.objects.get(slug="edition_2019"),
        claim=claim,
        position=9,
    )


def remove_the_source_of_the_whole() -> None:
    Amendment.objects.get(slug="art-71-1-court").citations.filter(claim="").delete()


def put_both_laws_on_one_day() -> None:
    change(AmendingLaw, "2022-09", in_force_from="2022-06-08")
    change(Amendment, "art-71-1-again", in_force_from="2022-06-08")


RIGHTS = "The Commissioner protects rights."

FAULTS: dict[str, tuple[Callable[[], None], list[str]]] = {
    "a chain that breaks": (
        lambda: change(Amendment, "art-71-1-again", before_ru="Суд состоит из десяти судей."),
        [
            "amendments: art-71-1-again: before.ru: differs from the after of art-71-1-court "
            '(1995-art-71-1): after "…остоит из одиннадцати судей.…", '
            'before "…остоит из десяти судей.…"'
        ],
    ),
    "a change that changes nothing": (
        lambda: change(Amendment, "art-83-1-commissioner", before_en=RIGHTS, after_en=RIGHTS),
        ["amendments: art-83-1-commissioner: after: the same as before: nothing changed"],
    ),
    "a change of nothing but a blank at the end": (
        lambda: change(Amendment, "art-83-1-commissioner", before_en=RIGHTS, after_en=RIGHTS + " "),
        ["amendments: art-83-1-commissioner: after: the same as before: nothing changed"],
    ),
    "a chain that breaks over several lines": (
        lambda: change(Amendment, "art-71-1-again", before_ru="Суд\u2028состоит\nиз судей."),
        [
            "amendments: art-71-1-again: before.ru: differs from the after of art-71-1-court "
            '(1995-art-71-1): after "…Суд состоит из одиннадцати судей.…", '
            'before "…Суд⏎состоит⏎из судей.…"'
        ],
    ),
    "two changes of a provision on one day": (
        put_both_laws_on_one_day,
        [
            "amendments: art-71-1-again: in_force_from: the same day as art-71-1-court, "
            "which amends 1995-art-71-1 too"
        ],
    ),
    "a text that is not in English": (
        lambda: change(Topic, "courts", title_en=None, title_kk="Соттар"),
        ["topics: courts: title.en: missing"],
    ),
    "a term without its Kazakh name": (
        lambda: change(Term, "judge", name_kk=None),
        ["terms: judge: name.kk: missing"],
    ),
    "a claim without a source": (
        remove_the_source_of_the_whole,
        [
            f"amendments: art-71-1-court: {field}: no source"
            for field in ("key_facts", "misconceptions", "what_changed")
        ],
    ),
    "a citation for a field that is not there": (
        lambda: cite("art-71-1-court", "befor"),
        ['amendments: art-71-1-court: citations.4.claim: "befor" is no field of amendments'],
    ),
    "a citation for a field that was left out": (
        lambda: cite("art-83-1-commissioner", "why_it_matters"),
        [
            "amendments: art-83-1-commissioner: citations.2.claim: "
            "why_it_matters is left out, yet it has a source"
        ],
    ),
    "a change in force before its law": (
        lambda: change(Amendment, "art-83-1-commissioner", in_force_from="2022-06-07"),
        [
            "amendments: art-83-1-commissioner: in_force_from: "
            "2022-06-07 is before 2022-06-08, when the law 2022-06 came into force"
        ],
    ),
    "a change in force after the constitution": (
        lambda: change(Amendment, "art-83-1-commissioner", in_force_from="2026-07-01"),
        [
            "amendments: art-83-1-commissioner: in_force_from: "
            "2026-07-01 is not before 2026-07-01, when the constitution ended"
        ],
    ),
    "a law in force before it was adopted": (
        lambda: change(AmendingLaw, "2022-06", in_force_from="2022-06-04"),
        ["laws: 2022-06: in_force_from: 2022-06-04 is before 2022-06-05, when it was adopted"],
    ),
    "a published change of an unpublished topic": (
        lambda: change(Topic, "courts", state=State.DRAFT),
        [
            f'amendments: {slug}: topic: "courts" (topics) is not published'
            for slug in ("art-71-1-again", "art-71-1-court", "art-83-1-commissioner")
        ],
    ),
    "a published change with an unpublished term": (
        lambda: change(Term, "judge", state=State.WITHDRAWN),
        ['amendments: art-71-1-court: terms: "judge" (terms) is not published'],
    ),
}


@pytest.fixture(autouse=True)
def _the_law_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other apps demand of the content has tests of its own."""
    own = {
        name: check for name, check in registry._checks.items() if name.startswith("amendments.")
    }
    monkeypatch.setattr(registry, "_checks", own)


IN_ENGLISH = ("--languages", "en")  # The samples are not all translated


def faults_of(*options: str) -> list[str]:
    with pytest.raises(CommandError) as raised:
        said("audit_content", *(options or IN_ENGLISH))
    *faults, closing = str(raised.value).split("\n")
    assert closing == f"{len(faults)} fault{'s' if len(faults) > 1 else ''}."
    return faults


def test_a_text_that_did_not_change_in_one_language_alone_is_no_fault(
    loaded: ContentFolder,
) -> None:
    texts = {"before_ru": "Суд.", "after_ru": "Суд."}
    change(Amendment, "art-71-1-court", **texts)
    Amendment.objects.get(slug="art-71-1-again").delete()
    said("audit_content", *IN_ENGLISH)


def test_good_content_has_no_faults_and_its_gaps_are_noted(loaded: ContentFolder) -> None:
    assert said("audit_content", *IN_ENGLISH).splitlines() == [
        "23 texts are not yet in kk",
        "22 texts are not yet in ru",
        "provisions: nothing uses 1 of them: 1995-section-6-heading",
        "1 hint: number-missing",
        "3 hints: other-term",
        "1 hint: present-tense",
        "1 hint: term-not-linked",
        "No faults.",
    ]


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_found_and_named(loaded: ContentFolder, case: str) -> None:
    provoke, faults = FAULTS[case]
    provoke()
    before = everything()
    assert faults_of() == faults
    assert everything() == before


def test_every_language_is_demanded_unless_fewer_are_named(loaded: ContentFolder) -> None:
    with pytest.raises(CommandError, match="45 faults"):
        said("audit_content")


def test_further_languages_can_be_demanded(loaded: ContentFolder) -> None:
    faults = faults_of("--languages", "en", "kk")
    assert len(faults) == 23
    assert "amendments: art-71-1-court: key_facts.2.kk: missing" in faults
    assert "amendments: art-71-1-court: misconceptions.1.belief.kk: missing" in faults
    assert "amendments: art-71-1-court: title.kk: missing" not in faults


def test_a_draft_is_not_audited(loaded: ContentFolder) -> None:
    change(Amendment, "art-83-1-commissioner", in_force_from="2026-07-01", state=State.DRAFT)
    assert said("audit_content", *IN_ENGLISH).splitlines()[-1] == "No faults."


def test_what_nothing_uses_is_noted(loaded: ContentFolder) -> None:
    Source.objects.create(slug="lonely", publisher="Nobody")
    assert (
        "sources: nothing uses 1 of them: lonely" in said("audit_content", *IN_ENGLISH).splitlines()
    )


def test_another_app_can_add_a_check(
    loaded: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_checks", {})

    @audit_check
    def every_topic_is_short(audit: Audit) -> Iterator[Fault]:
        for slug in audit["topics"]:
            yield Fault("topics", slug, "title", "too long")

    assert [str(fault) for fault in audit(read_database(kinds)).faults] == [
        "topics: courts: title: too long"
    ]
