"""Texts are saved in one spelling, whoever saves them."""

import pytest
from django.forms import modelform_factory

from amendments.models import Source, Topic
from tests.content.conftest import ContentFolder


@pytest.mark.django_db
def test_a_text_is_saved_in_nfc_and_so_is_its_history() -> None:
    topic = Topic.objects.create(slug="t", position=1, title_en="Cafe\u0301", title_kk="И\u0306")
    topic.refresh_from_db()
    assert (topic.title_en, topic.title_kk) == ("Caf\u00e9", "\u0419")  # type: ignore[attr-defined]
    assert topic.history.get().title_kk == "\u0419"  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_line_ends_from_a_browser_become_line_feeds() -> None:
    source = Source.objects.create(slug="s", publisher="P", note_en="one\r\ntwo\n")
    source.refresh_from_db()
    assert source.note_en == "one\ntwo\n"  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_what_was_not_fetched_is_not_fetched_to_be_saved() -> None:
    Source.objects.create(slug="s", publisher="P", dated="2022")
    source = Source.objects.only("slug", "publisher").get()
    source.publisher = "Cafe\u0301"
    source.save()
    assert Source.objects.values_list("publisher", "dated").get() == ("Caf\u00e9", "2022")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pasted", "saved"),
    [
        ("one\rtwo", "one\ntwo"),
        ("one\x0btwo", "one\ntwo"),
        ("one\x0ctwo", "one\ntwo"),
        ("one\x85two", "one\ntwo"),
        ("one\u2028two", "one\ntwo"),
        ("one\u2029two", "one\ntwo"),
        ("\ufeffone two", "one two"),
        ("e\ufeff\u0301", "\u00e9"),
        (" \u00a0\n ", ""),
        ("\ufeff", ""),
    ],
)
def test_what_is_pasted_is_saved_as_it_looks(pasted: str, saved: str) -> None:
    source = Source.objects.create(slug="s", publisher="P", note_en=pasted)
    source.refresh_from_db()
    assert source.note_en == saved  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_line_break_in_a_text_of_one_line_is_a_space() -> None:
    topic = Topic.objects.create(slug="t", position=1, title_en="Courts\u2028and judges")
    topic.refresh_from_db()
    assert topic.title_en == "Courts and judges"  # type: ignore[attr-defined]


PASTED = "one\u2028two\x85three\rfour\x0bfive\ufeff"


def test_what_an_editor_pasted_is_dumped_and_loaded_unchanged(loaded: ContentFolder) -> None:
    topic = Topic.objects.get()
    topic.title_en, topic.in_short_en = "Courts\u2028", PASTED  # type: ignore[attr-defined]
    topic.save()
    loaded.dump()
    assert "topics: 0 created, 0 updated, 1 unchanged, 0 kept" in loaded.load()


TOPIC = {"slug": "t", "position": 1, "title_en": "Courts"}
TopicForm = modelform_factory(Topic, fields=[*TOPIC, "in_short_kk"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The court\x02 sits", "Take out the invisible character U+0002 after “The court”."),
        ("\x9fCourts", "Take out the invisible character U+009F at the beginning of a line."),
        ("a\ufffe", "Take out the invisible character U+FFFE after “a”."),
    ],
)
@pytest.mark.parametrize("field", ["title_en", "in_short_kk"])
def test_a_form_refuses_what_no_file_can_hold(field: str, text: str, said: str) -> None:
    form = TopicForm({**TOPIC, field: text})
    assert form.errors == {field: [said]}


@pytest.mark.django_db
def test_a_form_takes_what_is_put_right_when_saved() -> None:
    form = TopicForm({**TOPIC, "in_short_kk": PASTED})
    assert form.save().in_short_kk == "one\ntwo\nthree\nfour\nfive"  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_sign_nobody_sees_is_no_title() -> None:
    form = TopicForm({**TOPIC, "title_en": "\ufeff"})
    assert form.errors == {"title_en": ["This field cannot be blank."]}
