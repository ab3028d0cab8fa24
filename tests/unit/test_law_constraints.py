"""What the database itself refuses, whoever writes to it."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from amendments.models import Amendment, Kind, OfficialEdition, State
from tests.factories import (
    AmendmentFactory,
    AuthenticTextFactory,
    HeadingFactory,
    OfficialEditionFactory,
    ProvisionFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"before_kk": "Ескі", "after_kk": None}, "before_and_after_come_together"),
        ({"before_en": "", "after_en": ""}, "an_amendment_has_a_before_or_an_after"),
        (
            {"before_en": "", "before_ru": "Было", "after_ru": "Стало"},
            "added_or_repealed_holds_for_every_language",
        ),
        (
            {"after_en": "", "before_ru": "Было", "after_ru": "Стало"},
            "added_or_repealed_holds_for_every_language",
        ),
        ({"applied_from": date(2022, 6, 7)}, "an_amendment_is_applied_once_it_is_in_force"),
    ],
)
def test_texts_and_days_that_contradict_each_other_are_refused(
    fields: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(IntegrityError, match=sentence):
        AmendmentFactory(**fields)


@pytest.mark.parametrize("after", ["Same.", "Same. ", "\nSame."])
def test_a_form_refuses_a_change_that_changes_nothing(after: str) -> None:
    amendment = AmendmentFactory.build(before_en="Same.", after_en=after)

    with pytest.raises(ValidationError) as refusal:
        amendment.clean()

    assert refusal.value.messages == [
        "Before and after are the same in every language: nothing changes."
    ]


def test_a_change_may_leave_one_language_as_it_was() -> None:
    texts = {"before_kk": "Ескі", "after_kk": "Жаңа", "before_ru": "То же", "after_ru": "То же"}

    AmendmentFactory.build(**texts).clean()


def test_a_law_amends_a_provision_once() -> None:
    first = AmendmentFactory()

    with pytest.raises(IntegrityError):
        AmendmentFactory(law=first.law, provision=first.provision, slug="again")


def test_a_provision_is_in_an_article_or_heads_a_section() -> None:
    with pytest.raises(IntegrityError, match="a_provision_is_in_an_article_or_heads_a_section"):
        ProvisionFactory(section=SectionFactory())


def test_a_heading_stands_without_an_article() -> None:
    heading = HeadingFactory()

    assert (heading.article, heading.constitution.slug) == (None, "1995")


def test_a_day_has_one_official_edition_in_a_language_and_only_in_the_laws_own() -> None:
    edition = OfficialEditionFactory()
    same_day: Any = {
        "constitution": edition.constitution,
        "as_of": edition.as_of,
        "imported_at": edition.imported_at,
    }
    OfficialEdition.objects.create(language="kk", **same_day)

    for language in ("ru", "en"):
        with pytest.raises(IntegrityError), transaction.atomic():
            OfficialEdition.objects.create(language=language, **same_day)


def test_an_edition_words_a_provision_once_and_with_words() -> None:
    said = AuthenticTextFactory()

    for text in ("Again.", ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            provision = said.provision if text else ProvisionFactory(paragraph="2")
            AuthenticTextFactory(edition=said.edition, provision=provision, text=text)


def test_nobody_approves_their_own_text() -> None:
    editor = User.objects.create_user("editor")

    with pytest.raises(IntegrityError, match="nobody_approves_their_own_amendment"):
        AmendmentFactory(author=editor, approver=editor)


def test_what_a_person_wrote_is_not_published_without_another_person() -> None:
    editor = User.objects.create_user("editor")

    with pytest.raises(IntegrityError, match="a_published_amendment_was_approved_or_ships"):
        AmendmentFactory(author=editor, state=State.PUBLISHED)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("old", "new", Kind.AMENDED),
        ("", "new", Kind.ADDED),
        ("old", "", Kind.REPEALED),
    ],
)
def test_the_kind_is_derived_from_the_texts_alike_in_python_and_in_the_database(
    before: str, after: str, kind: Kind
) -> None:
    amendment = AmendmentFactory(before_en=before, after_en=after)

    assert amendment.kind == kind
    assert list(Amendment.objects.of_kind(kind)) == [amendment]
    assert not any(Amendment.objects.of_kind(other) for other in set(Kind) - {kind})


def test_the_history_of_a_translated_text_keeps_every_language() -> None:
    amendment = AmendmentFactory(title_kk="Аты", title_ru="Имя", title_en="Name")
    amendment.title_kk = "Жаңа аты"
    amendment.save()

    versions = amendment.history.order_by("history_id").values_list("title_kk", "title_ru")
    assert list(versions) == [("Аты", "Имя"), ("Жаңа аты", "Имя")]
