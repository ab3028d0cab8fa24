from typing import Any

import pytest
from django.test import Client

from amendments.alphabet import alphabetical
from amendments.models import State
from tests.factories import AmendmentFactory
from tests.factories.context import TermFactory
from tests.factories.votes import cite

pytestmark = pytest.mark.django_db
PAGE = "/en/glossary/"


def words(client: Client, path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def found(client: Client, path: str = PAGE, **query: str) -> list[str]:
    return [term.slug for term in client.get(path, query).context["page"].results]


@pytest.mark.parametrize(
    "query", ["akim", "AKIM", "әкі", "ӘКІМ", "аким", "губернатор", "Елка", "ёлка", " akim "]
)
def test_a_word_is_found_by_any_of_its_names_in_any_case(client: Client, query: str) -> None:
    TermFactory(slug="akim", also_ru="губернатор\nЁлка")
    TermFactory(slug="ballot", name_kk="бюллетень", name_ru="бюллетень", name_en="Ballot")

    assert found(client, q=query) == ["akim"]


def test_a_word_that_is_not_there_says_so_and_leads_back(client: Client) -> None:
    TermFactory()

    html = words(client, q="senator")

    assert "No word of the glossary has this in any of its names." in html
    assert 'href="/en/glossary/">Show all words' in html


def test_words_stand_in_the_alphabet_of_the_page(client: Client) -> None:
    TermFactory(slug="vote", name_en="Vote", name_kk="дауыс")
    TermFactory(slug="akim", name_en="Akim", name_kk="әкім")
    TermFactory(slug="draft", name_en="Draft", name_kk="заң", state=State.DRAFT)

    assert found(client) == ["akim", "vote"]
    assert found(client, "/kk/glossary/") == ["akim", "vote"]


def test_kazakh_letters_have_their_place_in_the_alphabet() -> None:
    names = ["өкіл", "үкімет", "ант", "қаулы", "әкім", "одақ", "Кеңес", "бап"]

    in_order = ["ант", "әкім", "бап", "Кеңес", "қаулы", "одақ", "өкіл", "үкімет"]
    assert sorted(names, key=alphabetical) == in_order


def test_a_word_without_an_explanation_says_so(client: Client) -> None:
    TermFactory(definition_en=None)

    assert "A name from the text of the law; not explained here." in words(client)


def test_a_word_has_a_page_with_its_names_its_changes_and_its_sources(client: Client) -> None:
    term = TermFactory(slug="akim", also_ru="губернатор", check_of_names="part")
    change = AmendmentFactory(slug="art-87-4", title_en="Appointment of akims")
    change.terms.add(term)
    AmendmentFactory(slug="a-draft", title_en="A draft", state=State.DRAFT).terms.add(term)
    cite(term, "gazette")

    html = words(client, f"{PAGE}akim/")

    assert "The head of a region." in html
    assert '<td lang="kk">әкім</td>' in html
    assert '<td lang="ru">губернатор</td>' in html
    assert "Kazakh and Russian names: seen in part." in html
    assert '<a href="/en/amendments/art-87-4/">Appointment of akims</a>' in html
    assert "A draft" not in html
    assert 'id="source-gazette"' in html


def test_a_word_leads_to_the_one_after_it_in_the_alphabet_of_the_page(client: Client) -> None:
    TermFactory(slug="court", name_en="Court", name_ru="суд")
    TermFactory(slug="voice", name_en="Voice", name_ru="голос")
    TermFactory(slug="draft", name_en="Draft", name_ru="проект", state=State.DRAFT)

    after = '<a href="/{}/glossary/{}/" rel="next">'
    assert after.format("en", "voice") in words(client, "/en/glossary/court/")
    assert after.format("ru", "court") in words(client, "/ru/glossary/voice/")
    assert 'rel="next"' not in words(client, "/en/glossary/voice/")


def test_a_word_that_is_not_published_has_no_page(client: Client) -> None:
    TermFactory(slug="akim", state=State.DRAFT)

    assert client.get(f"{PAGE}akim/").status_code == 404


@pytest.mark.parametrize("terms", [1, 3])
def test_the_glossary_costs_the_same_for_any_number_of_words(
    client: Client, terms: int, django_assert_num_queries: Any
) -> None:
    for number in range(terms):
        term = TermFactory(slug=f"word-{number}")
        cite(term, f"source-{number}")
    for number in range(terms):
        cite(term, f"more-{number}")
        AmendmentFactory().terms.add(term)
    client.get(PAGE)

    with django_assert_num_queries(4):
        assert len(found(client)) == terms
    with django_assert_num_queries(6):
        assert len(client.get(f"{PAGE}{term.slug}/").context["page"].changes) == terms


@pytest.mark.usefixtures("shipped_content")
def test_the_shipped_glossary_explains_sixty_words(client: Client) -> None:
    pages = [client.get(PAGE, {"page": number}).context["page"].results for number in (1, 2, 3)]
    terms = [term for page in pages for term in page]

    assert len({term.slug for term in terms}) == pages[0].paginator.count
    assert len([term for term in terms if term.definition_en]) == 60
