from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from amendments.cited_texts import CITED, as_text, texts_resting_on
from amendments.models import Citation, Source, State
from amendments.public_address import PLACES, public_address
from tests.factories import AmendmentFactory
from tests.factories.context import (
    AppointmentFactory,
    EventFactory,
    InstitutionFactory,
    TermFactory,
    VoiceFactory,
)
from tests.factories.votes import (
    ReferendumPointFactory,
    ResultFactory,
    StatementFactory,
    SuccessorFactory,
    cite,
)

pytestmark = pytest.mark.django_db
PAGE = "/en/sources/"


def words(client: Client, path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def supports(client: Client) -> dict[str, list[tuple[str, int]]]:
    listed = client.get(PAGE).context["page"].listed
    return {each.source.slug: [(str(n), count) for n, count in each.supports] for each in listed}


def test_every_source_is_listed_with_how_much_it_supports(client: Client) -> None:
    cite(EventFactory())
    change = AmendmentFactory()
    cite(change, claim="before")
    cite(change, claim="after")
    cite(VoiceFactory(state=State.DRAFT))
    Source.objects.create(slug="unused", publisher="A library")

    assert supports(client) == {"gazette": [("Changes", 1), ("Timeline", 1)], "unused": []}
    assert "Nothing published here rests on it." in words(client)


def test_a_source_leads_to_every_text_that_rests_on_it_with_the_claims(client: Client) -> None:
    change = AmendmentFactory(slug="art-15-2", title_en="A ban")
    cite(change, claim="before")
    cite(change, claim="why_it_matters")
    cite(SuccessorFactory(amendment=change))
    cite(EventFactory(slug="vote", title_en="The vote"))
    cite(VoiceFactory(state=State.DRAFT, person_en="A draft"))
    Source.objects.filter(slug="gazette").update(note_en="Read in full.")

    html = words(client, f"{PAGE}gazette/")

    assert "3 texts rest on it" in html
    assert '<a href="/en/amendments/art-15-2/">A ban</a>' in html
    assert "(text before, why it matters)" in html
    assert '<a href="/en/amendments/art-15-2/#since">A ban</a>' in html
    assert '<a href="/en/timeline/?phase=referendum#vote">The vote</a>' in html
    assert "Read in full." in html
    assert "A draft" not in html


def test_a_publisher_is_named_in_the_language_of_the_page(client: Client) -> None:
    cite(VoiceFactory(slug="voice"))
    cite(EventFactory(phase="referendum"))
    names = {"publisher_kk": "Қазинформ", "publisher_ru": "Казинформ", "publisher_en": "Kazinform"}
    Source.objects.filter(slug="gazette").update(**names)

    for path in ("sources/", "sources/gazette/", "voices/voice/", "timeline/?phase=referendum"):
        for language, name in zip(("kk", "ru", "en"), names.values(), strict=True):
            html = words(client, f"/{language}/{path}")
            assert f">{name}</" in html
            assert not any(other in html for other in names.values() if other != name)


def test_a_publisher_named_in_another_language_alone_says_which(client: Client) -> None:
    cite(VoiceFactory(slug="voice"))
    cite(AmendmentFactory(slug="change"))

    for path in ("sources/", "sources/gazette/", "voices/voice/", "amendments/change/"):
        assert ' lang="en">Gazette' in words(client, f"/kk/{path}")
        assert ' lang="en">Gazette' not in words(client, f"/en/{path}")


def test_sources_stand_in_the_alphabet_of_the_language(client: Client) -> None:
    for slug, kk, en in (
        ("court", "Әділет", "Adilet"),
        ("fund", "«Ашық диалог» қоры", "Open Dialogue"),
        ("agency", "Қазинформ", "kazinform"),
        ("club", "Курсив", "Kursiv"),
        ("site", "Vlast.kz", "Vlast.kz"),
    ):
        Source.objects.create(slug=slug, publisher_kk=kk, publisher_en=en)

    def order(language: str) -> list[str]:
        page = client.get(f"/{language}/sources/").context["page"]
        return [each.source.slug for each in page.listed]

    assert order("kk") == ["site", "fund", "court", "club", "agency"]
    assert order("en") == ["court", "agency", "club", "fund", "site"]


def test_a_source_without_an_address_says_so(client: Client) -> None:
    cite(TermFactory())

    assert "No address is known." in words(client, f"{PAGE}gazette/")


def test_every_kind_of_text_that_can_cite_is_counted_and_has_a_place() -> None:
    from amendments.models.source import Cited

    citing = {kind for kind in Cited.__subclasses__() if not kind.__name__.startswith("Historical")}

    assert citing - set(CITED) == set()
    assert citing - set(PLACES) == set()


def test_the_address_made_of_columns_is_that_of_the_text() -> None:
    texts: list[Any] = [
        AmendmentFactory(),
        AppointmentFactory(),
        AppointmentFactory(institution=None, by=InstitutionFactory(slug="senate")),
        EventFactory(),
        ReferendumPointFactory(),
        ReferendumPointFactory(kind="legal-basis"),
        ResultFactory(),
        StatementFactory(),
        StatementFactory(page="referendum", kind="caveat"),
        SuccessorFactory(),
        TermFactory(),
        VoiceFactory(),
    ]
    for text in texts:
        cite(text)

    with translation.override("kk"):
        rows = texts_resting_on(Source.objects.get(slug="gazette"))
        found = {(text.kind, text.pk): text.address for text in map(as_text, rows)}
        assert found == {(type(text), text.pk): public_address(text) for text in texts}


@pytest.mark.parametrize("texts", [1, 3])
def test_sources_cost_the_same_for_any_number_of_texts(
    client: Client, texts: int, django_assert_num_queries: Any
) -> None:
    for number in range(texts):
        for factory in (EventFactory, TermFactory, VoiceFactory, AmendmentFactory):
            cite(factory(), "gazette")
        cite(EventFactory(), f"source-{number}")
    client.get(PAGE)
    client.get(f"{PAGE}gazette/")

    with django_assert_num_queries(5):
        assert len(supports(client)) == texts + 1
    with django_assert_num_queries(6):
        client.get(f"{PAGE}gazette/")


@pytest.mark.usefixtures("shipped_content")
def test_every_shipped_citation_can_be_followed_to_its_text(client: Client) -> None:
    paths = set()
    for source in Source.objects.filter(slug__in=["constitution_2026_ru", "euractiv", "general"]):
        for number in range(1, 5):
            page = client.get(f"{PAGE}{source.slug}/", {"page": number}).context["page"]
            paths |= {
                supported.text.address.partition("#")[0]
                for kind in page.kinds
                for supported in kind.texts
            }

    assert len(paths) > 60
    assert {path for path in sorted(paths)[::4] if client.get(path).status_code != 200} == set()


@pytest.mark.usefixtures("shipped_content")
def test_all_shipped_sources_are_listed_and_all_their_citations_counted(client: Client) -> None:
    first = client.get(PAGE).context["page"]
    listed = [
        each
        for number in first.page.paginator.page_range
        for each in client.get(PAGE, {"page": number}).context["page"].listed
    ]
    pairs = Citation.objects.values("source", "content_type", "object_id").distinct().count()

    assert len(listed) == Source.objects.count()
    assert sum(number for each in listed for _name, number in each.supports) == pairs
