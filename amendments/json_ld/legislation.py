"""The law: a change, an article, the Constitution."""

from django.utils.translation import get_language, gettext

from amendments.addresses import address
from amendments.article_page import ArticlePage
from amendments.change_page import ChangePage
from amendments.days import today
from amendments.json_ld.things import Thing, page_url, said, trail, web_page
from amendments.models import AmendingLaw, Constitution, Kind
from amendments.status import Standing
from amendments.texts import text_in


def of_change(page: ChangePage) -> list[Thing]:
    """The page, where it stands, the provision as this change left it, the law that did it."""
    amendment = page.amendment
    url = page_url("change", amendment.slug)
    title = text_in(page.language, amendment, "title")
    provision = {
        "@type": "Legislation",
        "@id": f"{url}#provision",
        "name": address(amendment.provision),
        "legislationDateVersion": amendment.in_force_from.isoformat(),
        "isPartOf": {"@id": f"{url}#constitution"},
    }
    if amendment.kind != Kind.REPEALED:
        in_force = page.status.standing == Standing.IN_FORCE
        last = page.status.last_day.isoformat() if page.status.last_day else ".."
        provision["temporalCoverage"] = f"{page.status.since.isoformat()}/{last}"
        provision["legislationLegalForce"] = _legal_force(in_force)
    steps = [(title, url)]
    if amendment.topic.is_public():
        topic = text_in(page.language, amendment.topic, "title")
        steps.insert(0, (topic, page_url("topic", amendment.topic.slug)))
    return [
        web_page(url, title, text_in(page.language, amendment, "in_short"), f"{url}#provision"),
        trail(steps),
        provision,
        _law(amendment.law, url),
        _constitution(amendment.law.constitution, url),
    ]


def of_article(page: ArticlePage) -> list[Thing]:
    """The page of an article and the article as it read on the page's day."""
    number = page.article.number
    url = page_url("article", number)
    name = gettext("Article %(number)s") % {"number": number}
    legislation = {
        "@type": "Legislation",
        "@id": f"{url}#article",
        "name": name,
        "legislationIdentifier": number,
        "legislationDateVersion": page.days.day.isoformat(),
        "isPartOf": {"@id": f"{url}#constitution"},
    }
    constitution = text_in(page.language, page.constitution, "title")
    return [
        web_page(url, name, None, f"{url}#article"),
        trail([(constitution, page_url("constitution")), (name, url)]),
        legislation,
        _constitution(page.constitution, url),
    ]


def of_constitution(constitution: Constitution) -> list[Thing]:
    url = page_url("constitution")
    title = text_in(get_language(), constitution, "title")
    return [
        web_page(url, title, None, f"{url}#constitution"),
        trail([(title, url)]),
        _constitution(constitution, url),
    ]


def _law(law: AmendingLaw, url: str) -> Thing:
    thing: Thing = {
        "@type": "Legislation",
        "@id": f"{url}#law",
        "name": said(text_in(get_language(), law, "title")),
        "legislationDate": law.dated.isoformat(),
        "legislationJurisdiction": "KZ",
        "legislationChanges": [{"@id": f"{url}#constitution"}, {"@id": f"{url}#provision"}],
    }
    if law.number:
        thing["legislationIdentifier"] = law.number
    if law.official_url:
        thing["url"] = law.official_url
    return thing


def _constitution(constitution: Constitution, url: str) -> Thing:
    """Whether it is in force is said only where its days are known."""
    thing: Thing = {
        "@type": "Legislation",
        "@id": f"{url}#constitution",
        "name": said(text_in(get_language(), constitution, "title")),
        "legislationDate": constitution.adopted_on.isoformat(),
        "legislationJurisdiction": "KZ",
    }
    until = constitution.in_force_until
    if until and until <= today():
        thing["legislationLegalForce"] = _legal_force(False)
    elif constitution.in_force_from and constitution.in_force_from <= today():
        thing["legislationLegalForce"] = _legal_force(True)
    official = [constitution.authentic_url_kk, constitution.authentic_url_ru]
    if any(official):
        thing["sameAs"] = [address for address in official if address]
    return thing


def _legal_force(is_in_force: bool) -> str:
    return f"https://schema.org/{'InForce' if is_in_force else 'NotInForce'}"
