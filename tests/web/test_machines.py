"""What machines read: sitemap, robots, feeds, the head of a page, JSON-LD."""

import json
import re
import struct
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.http import QueryDict
from django.template import Context, RequestContext, Template
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries, Settings

from amendments import urls
from amendments.change_page import ChangePage
from amendments.models import Amendment, FactCheck, Misconception
from amendments.public_page import is_public_page
from amendments.sitemaps import SINGLE
from civic.environment import ROOT
from quiz import urls as quiz_urls
from tests.factories import AmendmentFactory, TopicFactory
from tests.factories.corrections import CorrectionFactory

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
ATOM = {"": "http://www.w3.org/2005/Atom"}
MAP = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
NOT_FOR_SEARCH = {"amendments:search"}


def xml(client: Client, path: str) -> ElementTree.Element:
    return ElementTree.fromstring(client.get(path).content)  # noqa: S314 - our own


def locations(client: Client) -> list[str]:
    return [str(loc.text) for loc in xml(client, "/sitemap.xml").iterfind(".//loc", MAP)]


def entries(client: Client, language: str = "en") -> list[ElementTree.Element]:
    return xml(client, f"/feeds/changes.{language}.atom").findall("entry", ATOM)


def said(element: ElementTree.Element, name: str) -> str:
    return element.findtext(name, namespaces=ATOM) or ""


def graph(tag: str, **context: Any) -> dict[str, Any]:
    """Render a tag of `json_ld` and return its things by type."""
    template = Template("{% load json_ld %}{% " + tag + " %}")
    with override(context.pop("language", "en")):
        html = template.render(Context(context))
    data = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', html, re.DOTALL)
    assert data
    things = json.loads(data.group(1))
    assert things["@context"] == "https://schema.org"
    return {thing["@id"].partition("#")[2] or thing["@type"]: thing for thing in with_id(things)}


def with_id(things: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"@id": ""} | thing for thing in things["@graph"]]


def change_page(change: Amendment) -> ChangePage:
    return ChangePage(Amendment.objects.for_page().get(pk=change.pk), "en", QueryDict())


def test_robots_are_led_to_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert f"Sitemap: {SITE}/sitemap.xml\n" in response.content.decode()


def test_the_sitemap_has_each_page_in_each_language_with_its_twins(client: Client) -> None:
    AmendmentFactory(slug="a-change")
    urls = {
        loc.text: url
        for url in xml(client, "/sitemap.xml").findall("url", MAP)
        if (loc := url.find("loc", MAP)) is not None
    }

    for language in ("kk", "ru", "en"):
        url = urls[f"{SITE}/{language}/amendments/a-change/"]
        twins = {link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", MAP)}
        assert twins == {
            code: f"{SITE}/{named}/amendments/a-change/"
            for code, named in [("kk", "kk"), ("ru", "ru"), ("en", "en"), ("x-default", "kk")]
        }
        assert url.findtext("lastmod", namespaces=MAP) == timezone.localdate().isoformat()


def test_the_sitemap_leaves_out_what_is_not_published(client: Client) -> None:
    AmendmentFactory(slug="draft", state="draft")
    AmendmentFactory(slug="later", publish_at=timezone.now() + timedelta(days=1))

    assert [url for url in locations(client) if "draft" in url or "later" in url] == []


def test_no_public_page_is_forgotten_in_the_sitemap() -> None:
    public = {
        f"{app}:{page.name}"
        for app, patterns in (("amendments", urls.urlpatterns), ("quiz", quiz_urls.urlpatterns))
        for page in patterns
        if is_public_page(page.callback) and not page.pattern.converters
    }

    assert public - NOT_FOR_SEARCH == set(SINGLE) - {"home"}


@pytest.mark.usefixtures("shipped_content")
def test_every_kind_of_address_in_the_sitemap_leads_to_a_page(client: Client) -> None:
    kinds: dict[str, str] = {}
    for url in locations(client):
        path = url.removeprefix(SITE)
        if path.startswith("/en/"):
            single = len(path.strip("/").split("/")) < 3
            kinds.setdefault(path if single else path.split("/")[2], path)

    answers = {path: client.get(path).status_code for path in kinds.values()}

    assert len(answers) >= len(SINGLE)
    assert {path: status for path, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize("changes", [1, 3])
@pytest.mark.parametrize("path", ["/sitemap.xml", "/feeds/changes.en.atom"])
def test_sitemap_and_feed_cost_two_queries_for_any_number_of_texts(
    client: Client, path: str, changes: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    AmendmentFactory.create_batch(changes)
    client.get(path)  # What a process asks only once

    with django_assert_num_queries(2):
        response = client.get(path)

    assert response.content.decode().count("/en/amendments/2022-06-") >= changes


@pytest.mark.parametrize("path", ["/sitemap.xml", "/robots.txt", "/feeds/changes.kk.atom"])
def test_machines_may_keep_what_they_read_and_ask_whether_it_changed(
    client: Client, path: str
) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first["ETag"]})

    assert (first["Cache-Control"], again.status_code) == (
        "public, max-age=0, must-revalidate",
        304,
    )
    assert not first.cookies


def test_the_feed_tells_what_changed_last_first(client: Client) -> None:
    topic = TopicFactory(title_en="Parliament")
    correction = CorrectionFactory(slug="day-of-the-vote")
    topic.in_short_en = "Fewer deputies than before."
    topic.save()

    first, second = entries(client)

    assert said(first, "title") == "Topic: Parliament"
    assert said(first, "summary") == "Fewer deputies than before."
    assert said(first, "updated") > said(second, "updated")
    assert said(second, "title") == "Correction: The day of the vote"
    link = second.find("link", ATOM)
    assert link is not None
    assert link.get("href") == f"{SITE}/en/corrections/#{correction.slug}"


def test_a_text_that_changes_again_keeps_its_id_in_the_feed(client: Client) -> None:
    topic = TopicFactory()
    [before] = entries(client)
    topic.title_en = "The two chambers"
    topic.save()
    [after] = entries(client)

    assert said(after, "id") == said(before, "id") == "tag:127.0.0.1,2026:en/topic/parliament"
    assert said(after, "updated") > said(before, "updated")


def test_the_feed_leaves_out_what_is_not_published_and_dates_the_rest_by_it(
    client: Client,
) -> None:
    now = timezone.now()
    TopicFactory(slug="draft", state="draft")
    TopicFactory(slug="later", publish_at=now + timedelta(hours=1))
    TopicFactory(slug="due", publish_at=now - timedelta(hours=1))
    TopicFactory(slug="withdrawn", state="withdrawn")

    [entry] = entries(client)

    assert said(entry, "id").endswith("/due")
    assert said(entry, "updated") >= now.isoformat()[:19]


def test_the_feed_names_the_language_of_what_is_not_translated(client: Client) -> None:
    TopicFactory(title_en="Parliament", title_ru="Парламент", in_short_en="Fewer deputies.")

    response = client.get("/feeds/changes.ru.atom", headers={"Accept-Language": "en"})
    [entry] = entries(client, "ru")

    assert response["Content-Language"] == "ru"
    assert said(entry, "title").endswith(": Парламент")
    assert said(entry, "summary") == "Fewer deputies. (English)"


def test_there_is_no_feed_in_a_language_we_do_not_speak(client: Client) -> None:
    assert client.get("/feeds/changes.de.atom").status_code == 404


def test_the_head_says_title_and_description_once_more_for_those_who_share() -> None:
    template = Template(
        "{% load captured %}{% captured as title %}\n"
        " {% block title %}What “{{ name }}” is{% endblock %} {% endcaptured %}"
        '{% include "components/head_meta.html" with title=title description="All of it" %}'
    )
    site = {"url": SITE, "language": "ru", "path": "/amendments/"}
    html = template.render(Context({"name": 'a "quoted" & <b>', "site": site}))

    meta = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html))
    assert meta["og:title"] == "What “a &quot;quoted&quot; &amp; &lt;b&gt;” is"
    assert meta["og:description"] == "All of it"
    assert (meta["og:url"], meta["og:locale"]) == (f"{SITE}/ru/amendments/", "ru_RU")
    assert meta["og:image"] == f"{SITE}/static/cards/site.png"
    assert 'type="application/atom+xml"' in html
    assert 'href="/feeds/changes.ru.atom"' in html


def test_the_link_to_the_form_carries_the_page_it_stands_on(rf: Any) -> None:
    template = Template('{% include "components/something_wrong.html" %}')
    request = rf.get("/en/glossary/", {"q": "a&b", "page": "2"})

    with override("en"):
        html = template.render(Context({"request": request}))

    assert 'href="/en/report/?page=/en/glossary/%3Fq%3Da%2526b%26page%3D2" rel="nofollow"' in html


def test_the_card_has_the_size_that_is_said_of_it_and_weighs_little() -> None:
    png = (ROOT / "static" / "cards" / "site.png").read_bytes()

    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert len(png) <= 60_000


@pytest.mark.parametrize(
    ("day", "legal_force"),
    [
        (date(2022, 6, 7), "NotInForce"),
        (date(2022, 6, 8), "InForce"),
        (date(2026, 7, 1), "NotInForce"),
    ],
)
def test_a_change_says_by_which_law_it_came_and_whether_it_holds_on_the_day(
    monkeypatch: pytest.MonkeyPatch, day: date, legal_force: str
) -> None:
    change = AmendmentFactory(slug="a-change", title_en="A change")
    monkeypatch.setattr("amendments.change_page.today", lambda: day)
    url = f"{SITE}/en/amendments/a-change/"

    things = graph("legislation_json_ld page", page=change_page(change))

    assert things["provision"]["temporalCoverage"] == "2022-06-08/2026-06-30"
    assert things["provision"]["legislationLegalForce"] == f"https://schema.org/{legal_force}"
    assert things["law"]["legislationDate"] == "2022-06-08"
    assert things["law"]["legislationChanges"] == [
        {"@id": f"{url}#constitution"},
        {"@id": f"{url}#provision"},
    ]
    assert things["constitution"]["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert [step["item"] for step in things["BreadcrumbList"]["itemListElement"]] == [
        f"{SITE}/en/",
        f"{SITE}/en/topics/parliament/",
        url,
    ]


def test_a_repealed_provision_is_given_no_days_in_force() -> None:
    change = AmendmentFactory(after_en="")

    provision = graph("legislation_json_ld page", page=change_page(change))["provision"]

    assert "temporalCoverage" not in provision
    assert "legislationLegalForce" not in provision


def test_nothing_in_a_text_ends_the_script_it_stands_in() -> None:
    change = AmendmentFactory(title_en="</script><script>alert(1)</script> & <!--")
    html = Template("{% load json_ld %}{% legislation_json_ld page %}").render(
        Context({"page": change_page(change)})
    )

    assert re.findall(r"<[^>]*>?|&", html) == ['<script type="application/ld+json">', "</script>"]


def test_a_text_in_another_language_says_which() -> None:
    point = FactCheck(
        slug="a-point", title_en="A point", report_claim_en="It is.", verdict="differs"
    )

    review = graph("checked_point_json_ld point", point=point, language="ru")["ClaimReview"]

    assert review["name"] == {"@value": "A point", "@language": "en"}
    assert "ratingValue" not in review["reviewRating"]


def test_the_way_to_a_page_starts_at_the_first_page(rf: Any, settings: Settings) -> None:
    settings.SITE_URL = "https://atazan.example"
    template = Template('{% load json_ld %}{% trail_json_ld "Glossary" "/en/glossary/" "Akim" %}')
    with override("en"):
        html = template.render(RequestContext(rf.get("/en/glossary/akim/")))
    steps = json.loads(html[html.index("{") : html.rindex("}") + 1])["@graph"][0]["itemListElement"]

    assert [(step["name"], step["item"]) for step in steps] == [
        ("Ata Zań", "https://atazan.example/en/"),
        ("Glossary", "https://atazan.example/en/glossary/"),
        ("Akim", "https://atazan.example/en/glossary/akim/"),
    ]


def test_what_is_often_misunderstood_is_told_to_machines_as_questions_and_answers(
    client: Client,
) -> None:
    amendment = AmendmentFactory(slug="penalty")
    Misconception.objects.create(
        amendment=amendment,
        slug="wartime",
        position=1,
        belief_en="In war it stays.</script>",
        correction_en="The wording has no exception.",
    )

    html = client.get("/en/amendments/penalty/").content.decode()
    data = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])

    (faq,) = [thing for thing in data["@graph"] if thing["@type"] == "FAQPage"]
    assert faq["mainEntity"] == [
        {
            "@type": "Question",
            "name": "Is this right: “In war it stays.</script>”?",
            "acceptedAnswer": {"@type": "Answer", "text": "The wording has no exception."},
        }
    ]
