"""Texts as tables: out, and back in as drafts and proposed changes."""

from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from openpyxl.reader.excel import load_workbook

from amendments.entry_of_text import entry_of
from amendments.models import ProposedChange, ReviewStep, State, Term, Voice
from amendments.proposals import open_proposal, proposed_entry
from tests.factories.context import EventFactory, TermFactory, VoiceFactory
from tests.factories.law import TopicFactory
from tests.factories.quiz import ChoiceFactory, QuestionFactory
from tests.web.exchanged_tables import as_csv, exported, imported, rows_of, shown

pytestmark = pytest.mark.django_db
KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("aigerim", password="long-enough-42")


@pytest.fixture
def admin(client: Client, editor: User) -> Client:
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(editor)
    return client


def test_a_new_row_becomes_a_draft_of_the_editor(admin: Client, editor: User) -> None:
    page = imported(admin, "term", f"slug,name_kk,name_en,also_kk\nnew,{KAZAKH},New,a\n")
    term = Term.objects.get()
    assert (term.state, term.author, entry_of(term)["name"]["kk"]) == (State.DRAFT, editor, KAZAKH)
    assert "New draft: 1" in page


def test_a_published_text_gets_a_proposed_change(admin: Client, editor: User) -> None:
    term = TermFactory.create(slug="akim", name_ru="аким", definition_en="As it is.")
    table = "slug;definition_en\nakim;As it shall be.\n"
    preview = shown(admin, "term", table).content.decode()
    assert "<del>" in preview and "<ins>" in preview and "proposed change" in preview
    assert not ProposedChange.objects.exists() and not ReviewStep.objects.exists()
    imported(admin, "term", table)
    term.refresh_from_db()
    assert term.definition_en == "As it is."
    change = open_proposal(term)
    assert change is not None and change.author == editor
    entry = proposed_entry(change)
    assert entry["definition"]["en"] == "As it shall be." and entry["name"]["ru"] == "аким"

    again: Any = shown(admin, "term", table)
    assert "sealed" not in again.context and "Nothing to do" in again.content.decode()
    assert ProposedChange.objects.count() == 1


def test_a_column_after_another_adds_to_ones_own_proposal(admin: Client) -> None:
    term = TermFactory.create(slug="akim")
    imported(admin, "term", "slug,name_ru\nakim,глава\n")
    imported(admin, "term", "slug,definition_en\nakim,Heads a region.\n")
    change = open_proposal(term)
    assert change is not None
    entry = proposed_entry(change)
    assert entry["name"]["ru"] == "глава" and entry["definition"]["en"] == "Heads a region."


def test_the_waiting_change_of_somebody_else_is_left_alone(admin: Client) -> None:
    term = TermFactory.create(slug="akim")
    imported(admin, "term", "slug,name_ru\nakim,глава\n")
    other = User.objects.create_superuser("botagoz", password="long-enough-42")
    admin.force_login(other)
    page = shown(admin, "term", "slug,name_ru\nakim,голова\n").content.decode()
    assert "A change of it waits already" in page
    change = open_proposal(term)
    assert change is not None and proposed_entry(change)["name"]["ru"] == "глава"


def test_rows_of_drafts_are_saved_and_one_in_review_is_a_draft_again(
    admin: Client, editor: User
) -> None:
    TermFactory.create(slug="one", state=State.DRAFT, author=editor)
    TermFactory.create(slug="two", state=State.IN_REVIEW, author=editor)
    imported(admin, "term", "slug,name_en\none,First\ntwo,Second\n")
    assert list(Term.objects.values_list("name_en", "state")) == [
        ("First", "draft"),
        ("Second", "draft"),
    ]
    assert not ProposedChange.objects.exists()


@pytest.mark.parametrize("form", ["csv", "csv-semicolons", "xlsx"])
def test_a_round_trip_changes_nothing(admin: Client, form: str) -> None:
    TermFactory.create(definition_en="=1+1", name_kk=KAZAKH, also_en="'=x\n@y\n-z")
    TermFactory.create(definition_en="'quoted'", name_ru="+7", state=State.DRAFT)
    data = exported(admin, "term", form)
    page = shown(admin, "term", data).content.decode()
    assert "Nothing to do" in page and "nothing new: 2" in page

    before = {term.slug: entry_of(term) for term in Term.objects.all()}
    Term.objects.all().delete()
    imported(admin, "term", data)
    assert {term.slug: entry_of(term) for term in Term.objects.all()} == before


def test_every_kind_comes_back_as_it_went(admin: Client) -> None:
    VoiceFactory.create(on_process=True).topics.add(TopicFactory.create(), TopicFactory.create())
    EventFactory.create(needs_check=True, certainty="low", position=3)
    QuestionFactory.create()
    for model in ("voice", "event", "question"):
        data = exported(admin, model, "xlsx")
        page = shown(admin, model, data).content.decode()
        assert "nothing new: 1" in page, page


def test_a_question_comes_back_with_its_choices_and_its_pin(admin: Client) -> None:
    question = QuestionFactory.create()
    ChoiceFactory.create(question=question, weight=100)
    ChoiceFactory.create(question=question, text_kk=KAZAKH)
    rows = rows_of(exported(admin, "question"))
    rows[0]["slug"] = "another"
    imported(admin, "question", as_csv(rows))
    copy = type(question).objects.get(slug="another")
    assert copy.choices.count() == question.choices.count() > 0
    assert copy.state == State.DRAFT and copy.written_against


def test_cells_are_guarded_and_xlsx_cells_are_texts(admin: Client) -> None:
    TermFactory.create(name_en="=cmd|' /C calc'!A0", name_ru="007", name_kk=KAZAKH)
    data = exported(admin, "term")
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows_of(data)[0]["name_en"] == "'=cmd|' /C calc'!A0"
    assert rows_of(data)[0]["name_kk"] == KAZAKH
    sheet = load_workbook(BytesIO(exported(admin, "term", "xlsx"))).worksheets[0]
    for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
        assert cell.data_type == "s" and cell.number_format == "@"


def test_the_export_is_of_the_list_as_filtered(admin: Client) -> None:
    TermFactory.create(slug="one", state=State.DRAFT)
    TermFactory.create(slug="two")
    rows = rows_of(exported(admin, "term", query="?state__exact=draft"))
    assert [row["slug"] for row in rows] == ["one"]


def test_dates_and_yes_and_no_as_spreadsheets_write_them(admin: Client) -> None:
    sheet = "slug,date,group,stance,person_en,role_en,point_en,on_process\n"
    sheet += "a,05.06.2022,official,critical,P,R,Q,ИСТИНА\n"
    sheet += "b,2022-06-05,official,critical,P,R,Q,no\n"
    imported(admin, "voice", sheet)
    assert {(v.date.isoformat(), v.on_process) for v in Voice.objects.all()} == {
        ("2022-06-05", True),
        ("2022-06-05", False),
    }


def test_what_it_costs_does_not_grow_with_the_rows(
    admin: Client, django_assert_max_num_queries: Any
) -> None:
    for _each in range(8):
        VoiceFactory.create().topics.add(TopicFactory.create())
    with django_assert_max_num_queries(16):
        data = exported(admin, "voice")
    with django_assert_max_num_queries(36):  # Of each row a savepoint, no more
        shown(admin, "voice", data)
