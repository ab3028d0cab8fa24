"""Texts are saved in one spelling, whoever saves them."""

import pytest

from amendments.models import Source, Topic


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
