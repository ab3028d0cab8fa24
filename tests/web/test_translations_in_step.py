"""A change of the source marks its translations until they are updated or dismissed."""

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from amendments.audit import audit
from amendments.content_files import kinds, read_database
from amendments.entry_of_text import entry_of
from amendments.in_step import Standing
from amendments.models import Amendment, KeyFact, ProposedChange, Section, State, TranslationBasis
from amendments.proposals import open_proposal, propose, proposed_entry
from amendments.roles import Role
from amendments.translating.asking import completeness, standings, worst_standings
from amendments.translating.keeping import keep_everything_in_step, keep_in_step
from amendments.translating.writing import Refused, dismiss, pair_of, write
from quiz.models import Choice
from tests.factories.editors import an_editor
from tests.factories.law import AmendmentFactory, SectionFactory
from tests.factories.quiz import ChoiceFactory
from tests.factories.votes import cite
from tests.web.taken_steps import taken

pytestmark = pytest.mark.django_db

LIST = "/admin/amendments/translationbasis/"


@pytest.fixture
def text() -> Any:
    change = AmendmentFactory.create(slug="the-change", title_en="Title", title_kk="Атауы")
    KeyFact.objects.create(amendment=change, position=1, text_en="A fact.", text_kk="Дерек.")
    cite(change)
    return change


@pytest.fixture
def translator() -> User:
    return an_editor("dana", Role.TRANSLATOR)


def english(text: Any, **values: str) -> None:
    for name, value in values.items():
        setattr(text, name, value)
    text.save()


def of(text: Any, field: str = "title", language: str = "kk") -> Standing:
    return standings(type(text), [text.pk])[text.pk][field][language]


def basis_of(text: Any, field: str = "title", language: str = "kk") -> TranslationBasis:
    return TranslationBasis.objects.get(
        content_type__model=text._meta.model_name,
        object_id=text.pk,
        field=field,
        language=language,
    )


def seen(basis: TranslationBasis) -> str:
    return pair_of(basis, None).seen


def test_a_later_change_of_the_english_marks_the_kazakh(text: Any) -> None:
    assert of(text) is Standing.UP_TO_DATE
    assert of(text, language="ru") is Standing.MISSING
    english(text, title_en="Another title")
    assert of(text) is Standing.OUT_OF_DATE
    assert of(text, language="en") is Standing.UP_TO_DATE
    english(text, title_kk="Басқа атауы")
    assert of(text) is Standing.UP_TO_DATE


def test_parts_of_a_text_and_other_apps_are_kept_too(text: Any) -> None:
    fact = text.key_facts.get()
    english(fact, text_en="Another fact.")
    assert of(fact, "text") is Standing.OUT_OF_DATE
    assert worst_standings(Amendment, [text.pk])[text.pk]["kk"] is Standing.OUT_OF_DATE

    choice = ChoiceFactory.create(text_ru="Ответ")
    english(choice, text_en="Another answer")
    assert of(choice, "text", "ru") is Standing.OUT_OF_DATE
    key = choice.pk
    choice.delete()
    assert standings(Choice, [key]) == {}


def test_the_law_follows_its_authentic_texts_and_names_follow_none(text: Any) -> None:
    english(text, before_kk="Бұрын", before_ru="Раньше", after_kk="Кейін", after_ru="Позже")
    english(text, before_en="Earlier on")
    assert of(text, "before", "kk") is Standing.UP_TO_DATE
    english(text, before_kk="Бұрынырақ")
    assert of(text, "before", "en") is Standing.OUT_OF_DATE
    assert of(text, "before", "ru") is Standing.UP_TO_DATE


def test_rows_written_past_the_signals_count_as_made_from_the_present_source() -> None:
    section = SectionFactory.create(title_en="Parliament", title_kk="Парламент")
    TranslationBasis.objects.all().delete()
    assert keep_everything_in_step() > 0
    assert of(section) is Standing.UP_TO_DATE
    assert keep_everything_in_step() == 0
    Section.objects.filter(pk=section.pk).update(title_en="The Parliament")
    keep_everything_in_step()
    assert of(section) is Standing.OUT_OF_DATE


def test_keeping_a_row_in_step_takes_three_queries(
    text: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    KeyFact.objects.update(text_en="Other")
    with django_assert_max_num_queries(3 + 4):  # And two savepoints
        assert keep_in_step(KeyFact, [text.key_facts.get().pk]) == 3


def test_report_audit_and_completeness_say_so(text: Any) -> None:
    english(text, title_en="Another title")
    kk = next(each for each in completeness() if each.language == "kk")
    assert kk.out_of_date == 1 and kk.missing > 0 and kk.in_step == kk.total - kk.missing - 1
    notes = audit(read_database(kinds)).notes
    assert "1 translations into kk are out of date" in notes
    said = StringIO()
    call_command("report_translations", language="kk", stdout=said)
    assert "1 out of date" in said.getvalue() and "the-change: Title" in said.getvalue()
    assert "\nru:" not in said.getvalue()


def test_four_eyes_see_what_a_translator_wrote(text: Any, translator: User, client: Client) -> None:
    english(text, title_en="Another title")
    client.force_login(translator)
    address = f"{LIST}{basis_of(text).pk}/"
    page = client.get(address, headers={"accept-language": "en"}).content.decode()
    assert "What changed in the source" in page and "Another" in page and "Атауы" in page
    client.post(address, {"target": "Басқа атауы", "seen": seen(basis_of(text)), "verb": "submit"})
    text.refresh_from_db()
    assert text.title_kk == "Атауы" and of(text) is Standing.OUT_OF_DATE
    change = ProposedChange.objects.get()
    assert change.state == State.IN_REVIEW and change.author == translator
    assert proposed_entry(change)["title"]["kk"] == "Басқа атауы"

    reviewer = an_editor("erlan", Role.REVIEWER)
    client.force_login(reviewer)
    taken(client, text, "approve", of_change="on")
    text.refresh_from_db()
    assert text.title_kk == "Басқа атауы" and of(text) is Standing.UP_TO_DATE


def test_two_translations_of_a_text_are_one_proposed_change(text: Any, translator: User) -> None:
    fact = text.key_facts.get()
    for basis in (basis_of(text, language="ru"), basis_of(fact, "text", "ru")):
        shown = pair_of(basis, open_proposal(text))
        write(basis, "По-русски", seen=shown.seen, editor=translator, now=timezone.now())
    change = ProposedChange.objects.get()
    entry = proposed_entry(change)
    assert entry["title"]["ru"] == entry["key_facts"][0]["ru"] == "По-русски"
    assert pair_of(basis, change).target == "По-русски"


def test_a_draft_is_written_at_once_and_is_a_draft_again(text: Any, translator: User) -> None:
    draft = AmendmentFactory.create(state=State.IN_REVIEW, title_en="Draft", title_kk="Жоба")
    basis = basis_of(draft)
    write(basis, "Жаңа жоба", seen=seen(basis), editor=translator, now=timezone.now())
    draft.refresh_from_db()
    assert (draft.title_kk, draft.state) == ("Жаңа жоба", State.DRAFT)
    assert draft.history.first().history_user == translator


def test_nothing_is_written_over_what_the_translator_did_not_see(
    text: Any, translator: User, client: Client
) -> None:
    basis = basis_of(text)
    before = seen(basis)
    english(text, title_en="Another title")
    with pytest.raises(Refused):
        write(basis, "Сөз", seen=before, editor=translator, now=timezone.now())
    with pytest.raises(Refused):
        dismiss(basis, seen=before, editor=translator, now=timezone.now())
    client.force_login(translator)
    page = client.post(
        f"{LIST}{basis.pk}/", {"target": "Менің сөзім", "seen": before, "verb": "save"}
    )
    assert page.status_code == 200 and "Менің сөзім" in page.content.decode()


def test_still_right_notes_who_and_when(text: Any, translator: User, client: Client) -> None:
    english(text, title_en="A title")
    client.force_login(translator)
    basis = basis_of(text)
    client.post(f"{LIST}{basis.pk}/", {"seen": seen(basis), "verb": "still-right"})
    basis.refresh_from_db()
    assert basis.standing is Standing.DISMISSED
    assert basis.dismissed_by == translator and basis.dismissed_at is not None
    english(text, title_en="Quite another title")
    assert of(text) is Standing.OUT_OF_DATE


def test_what_no_review_follows_is_not_for_translators(translator: User, client: Client) -> None:
    section = SectionFactory.create(title_en="Parliament", title_kk="Парламент")
    client.force_login(translator)
    basis = basis_of(section, language="ru")
    data = {"target": "Парламент", "seen": seen(basis), "verb": "save"}
    assert client.post(f"{LIST}{basis.pk}/", data).status_code == 403
    section.refresh_from_db()
    assert section.title_ru is None


def test_what_the_database_does_not_take_alone_is_refused_kindly(
    text: Any, translator: User, client: Client
) -> None:
    client.force_login(translator)
    basis = basis_of(text, "after", "ru")
    page = client.post(
        f"{LIST}{basis.pk}/", {"target": "Текст", "seen": seen(basis), "verb": "save"}
    )
    assert page.status_code == 200 and "errorlist" in page.content.decode()
    assert not ProposedChange.objects.exists()


def test_too_long_a_translation_is_refused_kindly(
    text: Any, translator: User, client: Client
) -> None:
    client.force_login(translator)
    basis = basis_of(text)
    page = client.post(
        f"{LIST}{basis.pk}/", {"target": "а" * 5_000, "seen": seen(basis), "verb": "save"}
    )
    assert page.status_code == 200 and "errorlist" in page.content.decode()
    assert not ProposedChange.objects.exists()


def test_the_work_list_leads_from_one_to_the_next(
    text: Any, translator: User, client: Client
) -> None:
    english(text, title_en="A title")
    english(text.key_facts.get(), text_en="Other.")
    client.force_login(translator)
    query = "?language=kk&kind=&state=out-of-date"
    page = client.get(f"{LIST}{query}")
    assert [item.source for item in page.context["items"]] == ["A title", "Other."]
    first, second = (item.basis for item in page.context["items"])
    answer = client.post(
        f"{LIST}{first.pk}/{query}",
        {"target": "Тақырып", "seen": seen(first), "verb": "save"},
    )
    assert answer["Location"].startswith(f"{LIST}{second.pk}/?language=kk")
    page = client.get(f"{LIST}?language=kk&kind=quiz.quiz&state=nonsense")
    assert page.status_code == 200 and page.context["items"] == []


def test_the_work_list_shows_what_a_waiting_change_would_leave_behind(
    text: Any, translator: User, client: Client
) -> None:
    entry = entry_of(text)
    entry["title"] = entry["title"] | {"en": "Another title"}
    propose(text, entry, editor=an_editor("asel", Role.WRITER), now=timezone.now())
    client.force_login(translator)
    page = client.get(f"{LIST}?language=kk")
    assert [item.basis for item in page.context["left_behind"]] == [basis_of(text)]
    assert of(text) is Standing.UP_TO_DATE
    assert client.get(f"{LIST}?language=ru").context["left_behind"] == []
    then = client.get(f"{LIST}{basis_of(text).pk}/").context["then"]
    assert (then.before, then.after) == ("Title", "Another title")

    shown = pair_of(basis_of(text), open_proposal(text))
    write(basis_of(text), "Басқа атауы", seen=shown.seen, editor=translator, now=timezone.now())
    assert client.get(f"{LIST}?language=kk").context["left_behind"] == []


def test_neither_readers_nor_editors_without_a_role_see_the_list(client: Client) -> None:
    assert client.get(LIST).status_code == 302
    client.force_login(an_editor("nobody"))
    assert client.get(LIST).status_code in (200, 403)
    assert client.get(LIST).context is None or client.get(LIST).context["items"] == []


@pytest.mark.parametrize(
    "address", [f"{LIST}?language=kk&state=out-of-date", "/admin/amendments/amendment/"]
)
def test_three_rows_cost_the_queries_of_one(
    address: str, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(User.objects.create_superuser("aigerim"))

    def one_more() -> None:
        made = AmendmentFactory.create(title_en="One", title_kk="Бір")
        KeyFact.objects.create(amendment=made, position=1, text_en="A fact.", text_kk="Дерек.")
        english(made, title_en="Two")

    one_more()
    client.get(address)
    with django_assert_max_num_queries(60) as with_one:
        client.get(address)
    one_more()
    one_more()
    with django_assert_max_num_queries(len(with_one)):
        page = client.get(address, headers={"accept-language": "en"}).content.decode()
    assert page.count("out of date") >= 3


def test_the_form_says_it_beside_the_field(text: Any, client: Client) -> None:
    english(text, title_en="A title")
    english(text.key_facts.get(), text_en="Other.")
    client.force_login(User.objects.create_superuser("aigerim"))
    page = client.get(
        f"/admin/amendments/amendment/{text.pk}/change/", headers={"accept-language": "en"}
    ).content.decode()
    assert page.count("Out of date: its source has changed since.") == 2
    assert f"{LIST}{basis_of(text).pk}/?language=kk" in page
