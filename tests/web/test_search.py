"""Search: what is found, from when on, how it is shown. The same on SQLite and PostgreSQL."""

import gzip
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from amendments.models import (
    Amendment,
    KeyFact,
    Misconception,
    SearchEntry,
    SearchWord,
    Source,
    State,
    Successor,
    Topic,
)
from amendments.search import engine as engine_module
from amendments.search.indexing import indexed_together
from amendments.search.registry import Kind, Registry, Searchable, registry
from tests.factories import (
    AmendmentFactory,
    ArticleFactory,
    ProvisionFactory,
    TopicFactory,
)
from tests.factories.context import (
    AppointmentFactory,
    EventFactory,
    FactCheckFactory,
    InstitutionFactory,
    TermFactory,
    VoiceFactory,
)

pytestmark = pytest.mark.django_db
PAGE = "/en/search/"


def found(client: Client, q: str, path: str = PAGE, **query: str) -> list[str]:
    """Return the slugs of the hits, in their order; an article's is its number."""
    page = client.get(path, {"q": q, **query}).context["page"]
    entries = SearchEntry.objects.in_bulk(page.found.of_kind(page.kind))
    return [
        entries[each].article if entries[each].kind == "article" else entries[each].slug
        for each in page.found.of_kind(page.kind)
    ]


def words(client: Client, q: str = "", path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, {"q": q, **query}).content.decode().split())


@pytest.fixture
def terms() -> None:
    TermFactory(
        slug="court",
        name_kk="Конституциялық Сот",
        name_ru="Конституционный Суд",
        name_en="Constitutional Court",
        definition_en="Eleven judges check whether laws fit.",
    )
    TermFactory(
        slug="ombudsman",
        name_kk="Адам құқықтары жөніндегі уәкіл",
        name_ru="Уполномоченный по правам человека",
        name_en="Commissioner for Human Rights",
        also_en="ombudsman\nrights defender",
        definition_en="An official who helps people.",
    )
    TermFactory(
        slug="accounts",
        name_kk="Есеп комитеті",
        name_ru="Счётный комитет",
        name_en="Accounts Committee",
        definition_en="It checked how money was spent.",
    )


@pytest.mark.usefixtures("terms")
class TestWhatIsFound:
    @pytest.mark.parametrize(
        ("path", "asked", "slug"),
        [
            ("/en/search/", "court", "court"),
            ("/en/search/", "COURTS", "court"),
            ("/en/search/", "court's", "court"),
            ("/en/search/", "constit", "court"),  # The beginning of a word
            ("/en/search/", "judging", "court"),  # Another form, from the text
            ("/en/search/", "the constitutional court", "court"),
            ("/en/search/", "who are the judges?", "court"),
            ("/en/search/", "ombudsman", "ombudsman"),  # Another name
            ("/en/search/", "defenders of rights", "ombudsman"),
            ("/en/search/", "уәкіл", "ombudsman"),  # Its name in another language
            ("/kk/search/", "конституциялық сот", "court"),
            ("/kk/search/", "соттың", "court"),
            ("/kk/search/", "құқық", "ombudsman"),
            ("/kk/search/", "құқықтарының", "ombudsman"),
            ("/kk/search/", "кукыктары", "ombudsman"),  # Without a Kazakh keyboard
            ("/kk/search/", "ҚҰҚЫҚ", "ombudsman"),
            ("/kk/search/", "judges", "court"),  # A text not yet translated
            ("/ru/search/", "конституционного суда", "court"),
            ("/ru/search/", "права", "ombudsman"),
            ("/ru/search/", "счетный", "accounts"),
            ("/ru/search/", "СЧЁТНОГО", "accounts"),
        ],
    )
    def test_a_text_is_found_by_any_form_of_its_words(
        self, client: Client, path: str, asked: str, slug: str
    ) -> None:
        assert found(client, asked, path) == [slug]

    @pytest.mark.parametrize(
        ("path", "typed", "instead", "slug"),
        [
            ("/en/search/", "cuort", "court", "court"),
            ("/en/search/", "Constitutionall cort", "constitutional court", "court"),
            ("/en/search/", "omdudsman", "ombudsman", "ombudsman"),
            ("/ru/search/", "констетуционный", "конституционный", "court"),
            ("/kk/search/", "конститутциялық", "конституциялық", "court"),
            ("/kk/search/", "укил", "уәкіл", "ombudsman"),
            ("/ru/search/", "cxtnysq", "счетный", "accounts"),  # On a Latin keyboard
            ("/en/search/", "сщгке", "court", "court"),  # On a Russian one
            ("/en/search/", "constitutionalcourt", "constitutional court", "court"),
            ("/kk/search/", "конституциялықсот", "конституциялық сот", "court"),
            ("/kk/search/", "конституциялықжсот", "конституциялық сот", "court"),
            ("/kk/search/", "konstitusialyqsot", "конституциялық сот", "court"),
        ],
    )
    def test_a_typing_slip_finds_what_was_meant_and_says_so(
        self, client: Client, path: str, typed: str, instead: str, slug: str
    ) -> None:
        response = client.get(path, {"q": typed})

        assert response.context["page"].found.instead == instead
        assert slug in found(client, typed, path)

    @pytest.mark.parametrize("path", ["/kk/search/", "/ru/search/", "/en/search/"])
    @pytest.mark.parametrize(
        "typed",
        [
            "konstitusialyq sot",
            "konstituciyalyq sot",
            "konstitutsiyalyq sottyñ",
            "KONSTITUSIALYQ SOTQA",
            "konsitusialyq sot",  # With a slip
            "konstitusialyk cot sot",
        ],
    )
    def test_kazakh_typed_in_latin_letters_finds_kazakh_texts(
        self, client: Client, path: str, typed: str
    ) -> None:
        assert found(client, typed, path)[0] == "court"

    @pytest.mark.parametrize(
        "typed",
        [
            "adam qūqyqtary jönındegı uäkıl",  # 2021
            "adam quqyqtary jónindegi ýákil",  # 2018
            "adam quqyqtary jo'nindegi ya'kil",  # 2017, but for its у
            "adam kukyktary",
            "quqyq",
            "huquq quqyqtaryna",
            "uäkılge",
        ],
    )
    def test_any_latin_spelling_of_kazakh_will_do(self, client: Client, typed: str) -> None:
        assert "ombudsman" in found(client, typed, "/kk/search/")

    def test_what_was_read_in_cyrillic_is_said(self, client: Client) -> None:
        html = words(client, "konstitusialyq sot", "/kk/search/")

        assert 'href="/kk/search/?q=%D0%BA%D0%BE%D0%BD%D1%81%D1%82%D0%B8%D1%82%D1%83' in html
        assert ">конституциялық сот</a>" in html

    def test_a_latin_word_that_texts_have_finds_them_and_what_it_is_in_cyrillic(
        self, client: Client
    ) -> None:
        TermFactory(slug="sot", name_kk="x", name_ru="x", name_en="sot", definition_en="Latin.")

        assert sorted(found(client, "sot", "/kk/search/")) == ["court", "sot"]
        assert client.get("/kk/search/", {"q": "sot"}).context["page"].found.instead == ""
        assert found(client, "sot", "/en/search/") == ["sot"]

    def test_a_term_in_another_case_is_found_with_a_slip(self, client: Client) -> None:
        TermFactory(slug="turn", name_kk="Конституциялық Сотқа жүгіну", definition_kk="Өтініш.")

        for path in ("/kk/search/", "/ru/search/"):
            for typed in ("конституциялық сот", "konstitusialyq sot", "конституцялық сот"):
                assert "turn" in found(client, typed, path)

    def test_the_corrected_question_is_a_link(self, client: Client) -> None:
        html = words(client, "cuort", kind="term", page="1")

        assert "No text has “cuort” as typed." in html
        assert '<a href="/en/search/?q=court">court</a>' in html
        assert 'value="cuort"' in html

    def test_a_source_is_found_by_its_publishers_name_in_any_language(self, client: Client) -> None:
        names = {"publisher_kk": "АҚШ Конгресі кітапханасы", "publisher_en": "Library of Congress"}
        Source.objects.create(slug="loc", title_kk="Заңнамаға шолу", title_en="Monitor", **names)

        for asked in names.values():
            for language in ("kk", "en"):
                assert found(client, asked, f"/{language}/search/") == ["loc"]

    def test_letters_only_kazakh_has_are_taken_at_their_word(self, client: Client) -> None:
        TermFactory(slug="bolu", name_kk="болу", name_ru="x", name_en="x", definition_en=None)
        TermFactory(slug="boelu", name_kk="бөлу", name_ru="x", name_en="x", definition_en=None)

        assert found(client, "бөлу", "/kk/search/") == ["boelu"]
        assert sorted(found(client, "болу", "/kk/search/")) == ["boelu", "bolu"]

    def test_a_word_nobody_has_is_left_out_with_a_note(self, client: Client) -> None:
        html = words(client, "court xylophone")

        assert "No text has the word “xylophone”, so it was left out." in html
        assert found(client, "court xylophone") == ["court"]

    def test_a_kind_nobody_has_is_left_out_with_a_note(self, client: Client) -> None:
        assert "We know no “recipe”, so this filter was left out." in words(
            client, "court", kind="recipe"
        )
        assert "was left out" not in words(client, "court", kind="term")

    def test_words_that_no_text_has_together_find_texts_with_some(self, client: Client) -> None:
        html = words(client, "judges money")

        assert "No text has all of these words." in html
        assert sorted(found(client, "judges money")) == ["accounts", "court"]

    @pytest.mark.parametrize("asked", ["xylophone", "the", "?!", "ъъъъъ", '"', "'; --", "a*", "%"])
    def test_a_hopeless_question_gets_suggestions(self, client: Client, asked: str) -> None:
        TopicFactory(slug="rights", title_en="Rights and freedoms")

        html = words(client, asked)

        assert found(client, asked) == []
        assert "Nothing found for" in html
        assert '<a href="/en/search/?q=death%20penalty">death penalty</a>' in html
        assert '<a href="/en/topics/rights/">Rights and freedoms</a>' in html

    def test_hits_in_another_language_are_pointed_to(self, client: Client) -> None:
        AmendmentFactory(slug="seats", title_kk="Орын", title_ru="Места", what_changed_ru="Скамья")

        page = client.get(PAGE, {"q": "скамья"}).context["page"]

        assert [(each.language, each.url) for each in page.elsewhere] == [
            ("kk", "/kk/search/"),
            ("ru", "/ru/search/"),
        ]
        assert 'href="/ru/search/?q=%D1%81%D0%BA%D0%B0%D0%BC%D1%8C%D1%8F"' in words(
            client, "скамья"
        )

    def test_an_empty_question_gets_suggestions_and_no_complaint(self, client: Client) -> None:
        html = words(client)

        assert "For example" in html
        assert "Nothing found" not in html
        assert "hits for" not in html

    def test_a_hostile_question_is_shown_as_text(self, client: Client) -> None:
        html = words(client, "<script>alert(1)</script> court")

        assert "&lt;script&gt;alert(1)" in html
        assert "<script>alert" not in html

    def test_a_very_long_question_is_cut(self, client: Client) -> None:
        page = client.get(PAGE, {"q": "court " + "x" * 500}).context["page"]

        assert page.asked.text == "court " + "x" * 94
        assert found(client, "court " + "x" * 500) == ["court"]


class TestAddresses:
    @pytest.fixture(autouse=True)
    def changes(self) -> None:
        article = ArticleFactory(number="72")
        for paragraph in ("1", "3"):
            provision = ProvisionFactory(
                article=article, paragraph=paragraph, slug=f"1995-art-72-{paragraph}"
            )
            AmendmentFactory(slug=f"art-72-{paragraph}", provision=provision)
        AmendmentFactory(
            slug="art-5", provision=ProvisionFactory(article=ArticleFactory(number="5"))
        )
        TermFactory(slug="share", name_en="Share", definition_en="Some 72 per cent.")

    @pytest.mark.parametrize(
        ("path", "asked", "first"),
        [
            ("/en/search/", "72", ["72", "art-72-1", "art-72-3"]),
            ("/en/search/", "article 72", ["72", "art-72-1", "art-72-3"]),
            ("/en/search/", "72(3)", ["72", "art-72-3", "art-72-1"]),
            ("/en/search/", "Article 72, paragraph 3", ["72", "art-72-3", "art-72-1"]),
            ("/ru/search/", "ст. 72", ["72", "art-72-1", "art-72-3"]),
            ("/ru/search/", "п. 3 ст. 72", ["72", "art-72-3", "art-72-1"]),
            ("/kk/search/", "72-бап", ["72", "art-72-1", "art-72-3"]),
            ("/kk/search/", "72-баптың 3-тармағы", ["72", "art-72-3", "art-72-1"]),
            ("/kk/search/", "72-bap", ["72", "art-72-1", "art-72-3"]),
            ("/kk/search/", "72-baptyñ 3-tarmağy", ["72", "art-72-3", "art-72-1"]),
        ],
    )
    def test_an_address_leads_to_the_article_first(
        self, client: Client, path: str, asked: str, first: list[str]
    ) -> None:
        assert found(client, asked, path)[:3] == first

    def test_a_number_that_is_no_article_is_a_word_like_others(self, client: Client) -> None:
        TermFactory(slug="seats", name_en="Seats", definition_en="There were 107.")

        assert found(client, "107") == ["seats"]

    def test_the_hit_is_the_page_of_the_article(self, client: Client) -> None:
        hit = client.get("/kk/search/", {"q": "72-бап"}).context["page"].hits[0]

        assert hit.url == "/kk/constitution/article-72/"


class TestFromWhenOn:
    """The index is right the moment a text changes."""

    def test_what_is_saved_is_found_at_once_and_what_is_deleted_no_more(
        self, client: Client
    ) -> None:
        term = TermFactory(definition_en="About zebras.")
        assert found(client, "zebra") == [term.slug]

        term.definition_en = "About giraffes."
        term.save()
        assert found(client, "zebra") == []
        assert found(client, "giraffe") == [term.slug]

        term.delete()
        assert found(client, "giraffe") == []

    @pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
    def test_only_what_is_published_is_found(self, client: Client, state: State) -> None:
        term = TermFactory(definition_en="About zebras.", state=state)
        assert found(client, "zebra") == []

        term.state = State.PUBLISHED
        term.save()
        assert found(client, "zebra") == [term.slug]

        term.state = state
        term.save()
        assert found(client, "zebra") == []

    def test_what_is_published_for_later_is_found_from_then_on(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        now = timezone.now()
        TermFactory(slug="later", definition_en="Zebras.", publish_at=now + timedelta(hours=1))
        assert found(client, "zebra") == []

        monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))
        assert found(client, "zebra") == ["later"]

    def test_rows_that_belong_to_a_text_are_found_with_it(self, client: Client) -> None:
        change = AmendmentFactory(slug="seats")
        fact = KeyFact.objects.create(amendment=change, position=1, text_en="Zebras.")
        Misconception.objects.create(
            amendment=change, slug="m", position=1, belief_en="Giraffes.", correction_en="No."
        )
        assert found(client, "zebra") == found(client, "giraffe") == ["seats"]

        fact.delete()
        assert found(client, "zebra") == []
        assert found(client, "giraffe") == ["seats"]

        change.delete()
        assert found(client, "giraffe") == []

    def test_a_text_that_needs_another_is_public_with_it(self, client: Client) -> None:
        change = AmendmentFactory(slug="seats", title_en="Zebras", state=State.DRAFT)
        Successor.objects.create(
            slug="seats-since",
            amendment=change,
            fate="changed",
            articles="46",
            difference_en="Giraffes.",
            certainty="high",
            state=State.PUBLISHED,
        )
        assert found(client, "giraffe") == []

        Amendment.objects.get().save()
        change.state = State.PUBLISHED
        change.save()
        assert found(client, "giraffe") == ["seats-since"]
        assert sorted(found(client, "zebra")) == ["seats", "seats-since"]

    def test_what_a_text_shows_of_another_follows_it(self, client: Client) -> None:
        body = InstitutionFactory(slug="senate", name_en="Senate")
        AppointmentFactory(slug="judge", by=body, post_en="Giraffe")
        assert found(client, "giraffe senate") == ["judge"]

        body.name_en = "Kurultai"
        body.save()
        assert found(client, "giraffe kurultai") == ["judge"]

    def test_a_change_that_is_taken_back_is_not_found(self, client: Client) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            TermFactory(slug="zebra", definition_en="Zebras.")
            TermFactory(slug="zebra")

        assert found(client, "zebra") == []

    def test_texts_saved_together_are_found_after_the_last(self, client: Client) -> None:
        with indexed_together():
            term = TermFactory(definition_en="About zebras.")
            term.definition_en = "About giraffes."
            term.save()
            assert not SearchEntry.objects.exists()

        assert found(client, "giraffe") == [term.slug]
        assert found(client, "zebra") == []

    def test_texts_saved_together_in_vain_leave_no_trace(self, client: Client) -> None:
        with pytest.raises(ZeroDivisionError), indexed_together():
            TermFactory(definition_en="Zebras.")
            raise ZeroDivisionError

        TermFactory(slug="other", definition_en="Giraffes.")
        assert found(client, "giraffe") == ["other"]
        assert SearchEntry.objects.count() == 3

    def test_the_page_is_new_when_what_it_finds_is(self, client: Client) -> None:
        before = client.get(PAGE, {"q": "zebra"})["ETag"]

        TermFactory(definition_en="Zebras.")

        assert client.get(PAGE, {"q": "zebra"})["ETag"] != before


class TestMakingItAnew:
    def test_what_was_written_past_django_is_found_afterwards(
        self, client: Client, capsys: pytest.CaptureFixture[str]
    ) -> None:
        TermFactory(slug="kept")
        gone = TermFactory(slug="gone", definition_en="Unicorns.")
        term = TermFactory(slug="changed")
        type(term).objects.filter(pk=term.pk).update(definition_en="Zebras.")
        type(gone).objects.filter(pk=gone.pk)._raw_delete("default")
        assert found(client, "zebra") == []

        call_command("index_search")

        assert found(client, "zebra") == ["changed"]
        assert found(client, "unicorn") == []
        assert "6 search entries written." in capsys.readouterr().out

    def test_a_second_time_nothing_is_written(self, capsys: pytest.CaptureFixture[str]) -> None:
        TermFactory()
        AmendmentFactory()
        entries = list(SearchEntry.objects.order_by("pk").values())

        call_command("index_search")

        assert "0 search entries written." in capsys.readouterr().out
        assert list(SearchEntry.objects.order_by("pk").values()) == entries

    def test_words_that_no_text_has_any_longer_are_forgotten(self) -> None:
        term = TermFactory(definition_en="Zebras and giraffes.")
        term.definition_en = "Giraffes."
        term.save()
        TermFactory(definition_en="Giraffes.")

        call_command("index_search", verbosity=0)

        english = SearchWord.objects.filter(language="en")
        assert list(english.filter(word="zebras")) == []
        assert english.get(word="giraffes").seen == 2

    def test_entries_of_models_that_are_found_no_longer_go(self) -> None:
        TermFactory()
        SearchEntry.objects.update(model="quiz.forgotten")

        call_command("index_search", verbosity=0)

        assert set(SearchEntry.objects.values_list("model", flat=True)) == {"amendments.term"}


class TestThePage:
    def test_a_hit_shows_where_its_words_stand(self, client: Client) -> None:
        TermFactory(slug="court", name_en="High Court", definition_en="The courts & judges.")

        html = words(client, "court")

        assert '<a href="/en/glossary/court/">High <mark>Court</mark></a>' in html
        assert "The <mark>courts</mark> &amp; judges." in html

    def test_a_text_in_another_language_says_which(self, client: Client) -> None:
        TermFactory(name_kk="сот", definition_kk=None, definition_en="Eleven judges.")

        html = words(client, "judges", "/kk/search/")

        assert '<span lang="en">Eleven <mark>judges</mark>.</span>' in html
        assert '<span class="tag" lang="en">English</span>' in html

    def test_what_is_not_the_truth_of_today_is_labelled(self, client: Client) -> None:
        change = AmendmentFactory(before_en="The old zebra text.", after_en="The new text.")
        Misconception.objects.create(
            amendment=change,
            slug="m",
            position=1,
            belief_en="Giraffes ruled.",
            correction_en="They did not.",
        )
        FactCheckFactory(report_claim_en="Unicorns voted.", record_en="They did not.")

        assert "<b>Text before the change:</b>" in words(client, "zebra")
        assert "<b>Often believed, and wrong:</b>" in words(client, "giraffes")
        assert "<b>The press report says:</b>" in words(client, "unicorns")

    def test_an_opinion_stands_beside_its_author_and_day(self, client: Client) -> None:
        VoiceFactory(point_en="Zebras are free.", role_en="Analyst", date=date(2022, 6, 1))

        html = words(client, "zebras")

        assert "A. Analyst" in html
        assert "<span>Analyst</span> · <span>1 June 2022</span>" in html

    def test_what_was_only_announced_says_so(self, client: Client) -> None:
        EventFactory(text_en="Zebras.", needs_check=True, certainty="low")

        assert "announced, not confirmed" in words(client, "zebras")

    @pytest.fixture
    def zebras(self) -> None:
        TermFactory.create_batch(12, definition_en="Zebras.")
        VoiceFactory(point_en="Zebras.")

    @pytest.mark.usefixtures("zebras")
    def test_hits_can_be_narrowed_to_a_kind(self, client: Client) -> None:
        page = client.get(PAGE, {"q": "zebra", "kind": "voice"}).context["page"]

        assert [(each.name, each.number, each.is_chosen) for each in page.filters] == [
            ("term", 12, False),
            ("voice", 1, True),
        ]
        assert [hit.kind for hit in page.hits] == ["Voices"]
        assert 'href="/en/search/?q=zebra&amp;kind=term"' in words(client, "zebra", page="2")

    @pytest.mark.usefixtures("zebras")
    def test_a_kind_that_does_not_exist_is_ignored(self, client: Client) -> None:
        assert client.get(PAGE, {"q": "zebra", "kind": "x"}).context["page"].number == 13

    @pytest.mark.usefixtures("zebras")
    @pytest.mark.parametrize(("page", "shown", "hits"), [("1", 1, 10), ("2", 2, 3), ("9", 2, 3)])
    def test_long_lists_have_pages(self, client: Client, page: str, shown: int, hits: int) -> None:
        context = client.get(PAGE, {"q": "zebra", "page": page}).context["page"]

        assert (context.page.number, len(context.hits)) == (shown, hits)
        assert "13 hits for “zebra”, page 1 of 2" in words(client, "zebra")

    @pytest.mark.usefixtures("zebras")
    def test_beyond_the_most_of_a_kind_the_number_is_a_bound(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(engine_module, "MOST_OF_A_KIND", 5)
        monkeypatch.setattr(engine_module, "MOST_BY_HEADING", 5)
        monkeypatch.setattr("amendments.search.finding.MOST_OF_A_KIND", 5)

        html = words(client, "zebra")

        assert "More than 6 hits for “zebra”" in html
        assert "<span>5+</span>" in html
        assert "Of each kind only the best eighty are listed." in html

    def test_htmx_gets_the_results_alone(self, client: Client) -> None:
        TermFactory(definition_en="Zebras.")
        whole = client.get(PAGE, {"q": "zebra"})
        part = client.get(PAGE, {"q": "zebra"}, headers={"HX-Request": "true"})

        assert part.content.decode().strip().startswith('<section id="results"')
        assert part.content.decode().strip() in whole.content.decode()
        assert "HX-Request" in part["Vary"]

    def test_it_works_as_a_plain_form(self, client: Client) -> None:
        html = words(client, "zebra")

        assert '<form class="ask" role="search" action="/en/search/"' in html
        assert 'name="q" value="zebra" maxlength="100"' in html
        assert "<button>Search</button>" in html

    @pytest.mark.parametrize("texts", [1, 3])
    def test_it_costs_the_same_for_any_number_of_texts(
        self, client: Client, texts: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for _ in range(texts):
            TermFactory(definition_en="Zebras.")
            VoiceFactory(point_en="Zebras.")
            AmendmentFactory(what_changed_en="Zebras.")
        client.get(PAGE, {"q": "zebra"})  # What a process asks only once

        with django_assert_num_queries(5):
            response = client.get(PAGE, {"q": "zebra"})

        assert response.context["page"].number == 3 * texts

    @pytest.mark.parametrize(
        "asked",
        ["", "zebra", "zebar", "zebar girafe", "zebar girafe xqxqx", "rct,hf", "xyzzy", "72(3)"],
    )
    @pytest.mark.parametrize("path", ["/en/search/", "/kk/search/"])
    def test_no_question_costs_more_than_eight_queries(
        self, client: Client, django_assert_max_num_queries: Any, path: str, asked: str
    ) -> None:
        TermFactory(definition_en="Zebras.")
        VoiceFactory(point_en="Giraffes.")
        AmendmentFactory(provision=ProvisionFactory(article=ArticleFactory(number="72")))
        client.get(path, {"q": asked})

        with django_assert_max_num_queries(8):
            client.get(path, {"q": asked})


class TestWhatQuizMayAdd:
    """Other apps have their own models found."""

    KIND = Kind("question", "Questions")

    def searchable(self, **fields: Any) -> Searchable:
        options: dict[str, Any] = {"title": "title", "fields": ["in_short"], "address": str}
        return Searchable(self.KIND, Topic, **(options | fields))

    def test_a_model_is_registered_once(self) -> None:
        kinds = Registry()
        searchable = self.searchable()
        kinds.add(searchable)
        kinds.add(searchable)

        with pytest.raises(ValueError, match=r"amendments\.topic is searchable already"):
            kinds.add(self.searchable(fields=["before"]))

        assert kinds.kinds == {"question": self.KIND}
        assert kinds["amendments.topic"] is searchable

    def test_rows_that_belong_to_an_item_are_read_with_it(self) -> None:
        searchable = registry["amendments.amendment"]

        assert searchable.rows == ["key_facts", "misconceptions"]

    def test_every_model_that_is_found_has_its_address(self) -> None:
        made = {each.label: each for each in registry}

        with translation.override("kk"):
            assert made["amendments.topic"].address("rights") == "/kk/topics/rights/"


@pytest.mark.usefixtures("shipped_content")
class TestShippedContent:
    @pytest.mark.parametrize(
        ("asked", "first"),
        [
            ("death penalty", "death-penalty"),
            ("mazhilis", "mazhilis"),
            ("72(3)", "72"),
            ("who appoints judges", "art-71-3-appointments"),
            ("mazhils", "mazhilis"),
        ],
    )
    def test_the_first_hit_is_what_a_reader_means(
        self, client: Client, asked: str, first: str
    ) -> None:
        assert found(client, asked)[0] == first

    @pytest.mark.parametrize("path", ["/kk/search/", "/ru/search/"])
    def test_the_constitutional_court_is_found_however_a_kazakh_types_it(
        self, client: Client, path: str
    ) -> None:
        first = found(client, "Конституциялық Сотқа", path)[0]

        for typed in (
            "конституциялық сот",
            "konstitusialyq sot",
            "конститутциялық сот",
            "конституцялық сот",
            "konsitusialyq sot",
        ):
            assert first in found(client, typed, path)[:3]

    @pytest.mark.parametrize(
        ("typed", "same"),
        [
            ("qazaqstan", "қазақстан"),
            ("kazakstan", "қазақстан"),
            ("prezident sailauy", "президент сайлауы"),
            ("ólim jazasy", "өлім жазасы"),
            ("ölım jazasy", "өлім жазасы"),
            ("o'lim jazasy", "өлім жазасы"),
            ("olim zhazasy", "өлім жазасы"),
        ],
    )
    def test_latin_and_cyrillic_spelling_find_the_same(
        self, client: Client, typed: str, same: str
    ) -> None:
        assert found(client, same, "/kk/search/")[0] in found(client, typed, "/kk/search/")[:5]

    @pytest.mark.parametrize("path", ["/kk/search/", "/ru/search/", "/en/search/"])
    def test_every_example_finds_something(self, client: Client, path: str) -> None:
        examples = client.get(path).context["page"].examples

        assert len(examples) == 5
        assert [each for each in examples if not found(client, each, path)] == []

    def test_every_kind_is_found_and_every_hit_has_an_address(self) -> None:
        seen = set()
        for entry in SearchEntry.objects.filter(language="en"):
            with translation.override("en"):
                address = registry[entry.model].address(entry.slug, *entry.parent.split("/"))
            assert address.startswith("/en/")
            seen.add(entry.kind)

        assert seen == set(registry.kinds)

    def test_loading_again_leaves_the_index_as_it_is(self) -> None:
        before = SearchEntry.objects.count()

        with CaptureQueriesContext(connection) as queries:
            call_command("load_content", verbosity=0)

        assert SearchEntry.objects.count() == before
        assert [each["sql"] for each in queries if "amendments_search" in each["sql"]] == []

    @pytest.mark.parametrize("path", ["/kk/search/", "/ru/search/", "/en/search/"])
    @pytest.mark.parametrize("asked", ["", "president", "constitution 2022", "xyzzy", "72(3)"])
    def test_every_page_of_hits_is_light(self, client: Client, path: str, asked: str) -> None:
        html = client.get(path, {"q": asked}).content
        styles = [
            Path(str(finders.find(name))).read_bytes()
            for name in re.findall(r'href="/static/(css/[^"]+)"', html.decode())
        ]

        weight = sum(len(gzip.compress(each, 6)) for each in [html, *styles])

        assert len(styles) == 4
        assert weight < 10 * 1024
