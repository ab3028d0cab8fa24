"""The law as Akoma Ntoso at addresses for programs."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import etree
from pytest_django import Settings

from amendments.akoma_ntoso.exporting import akn_of_constitution, akn_of_law
from amendments.models import State
from tests.factories.law import AmendingLawFactory, AmendmentFactory, ProvisionFactory

pytestmark = pytest.mark.django_db

CONSTITUTION = "/api/v1/constitutions/1995.xml"
LAW = "/api/v1/amending-laws/2022-06.xml"
AKN = {"Accept": "application/akn+xml"}


@pytest.fixture(autouse=True)
def law() -> None:
    provision = ProvisionFactory(article__number="4", paragraph="1")
    AmendmentFactory(provision=provision, before_kk="Ескі мәтін.", after_kk="Жаңа мәтін.")


def problem(client: Client, address: str, status: int = 400) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == status
    assert response["Content-Type"] == "application/json"
    (found,) = response.json()["problems"]
    return dict(found)


def test_a_constitution_is_given_as_it_read_on_the_day_in_the_language(client: Client) -> None:
    response = client.get(f"{CONSTITUTION}?on=2022-06-07&lang=en")

    assert response.content == akn_of_constitution("1995", date(2022, 6, 7), "en")
    assert response["Content-Type"] == "application/akn+xml"
    assert response["Content-Language"] == "en"
    assert b"The old text of the law." in response.content
    assert (
        b"The new text of the law." in client.get(f"{CONSTITUTION}?on=2022-06-08&lang=en").content
    )


def test_a_law_is_given_with_what_it_changed(client: Client) -> None:
    response = client.get(f"{LAW}?lang=kk")

    assert response.content == akn_of_law("2022-06", "kk")
    assert "Жаңа мәтін.".encode() in response.content


def by_header(address: str) -> str:
    """Return the address of the same document for who says in `Accept` what it shall be."""
    return address.replace(".xml", "/")


def test_the_header_accept_brings_the_same_document(client: Client) -> None:
    for address in (f"{CONSTITUTION}?on=2022-06-07&lang=en", f"{LAW}?lang=ru"):
        document = client.get(address)
        asked = client.get(by_header(address), headers=AKN)

        assert asked.content == document.content
        for name in ("Content-Type", "Content-Language", "Vary", "Access-Control-Allow-Origin"):
            assert asked[name] == document[name]
        assert "Accept" in asked["Vary"]
        assert client.get(by_header(address))["Content-Type"] == "application/json"


def test_the_language_is_that_of_the_api() -> None:
    client = Client()  # Unlike the fixture, it sends no Accept-Language
    assert client.get(LAW)["Content-Language"] == "kk"
    assert client.get(LAW, headers={"Accept-Language": "en"})["Content-Language"] == "en"


def test_documents_are_counted_among_the_requests_of_an_address(
    client: Client, settings: Settings
) -> None:
    settings.API_REQUESTS_PER_MINUTE = 1
    assert client.get(LAW)["RateLimit"].startswith('"address";r=0')

    refused = client.get(CONSTITUTION)

    assert (refused.status_code, refused["Content-Type"]) == (429, "application/json")


def test_what_is_no_document_is_refused_with_the_forms_that_there_are(client: Client) -> None:
    for address, accept, forms in (
        ("/api/v1/amending-laws/", "application/akn+xml", ["application/json"]),
        ("/api/v1/topics/any/", "application/akn+xml", ["application/json"]),
        (by_header(LAW), "text/csv", ["application/json", "application/akn+xml"]),
        (LAW, "application/json", ["application/akn+xml"]),
    ):
        refused = client.get(address, headers={"Accept": accept})
        assert (refused.status_code, refused["Content-Type"]) == (406, "application/json")
        assert refused.json()["problems"][0]["allowed"] == forms


AKN_TYPE, JSON_TYPE = "application/akn+xml", "application/json"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (f"{AKN_TYPE},{JSON_TYPE};q=0.5", AKN_TYPE),
        (f"{AKN_TYPE};q=0.5,{JSON_TYPE}", JSON_TYPE),
        (f"{AKN_TYPE};q=0, */*", JSON_TYPE),
        (f"{JSON_TYPE};q=0, */*", AKN_TYPE),
        (f"{JSON_TYPE};q=0.2, */*;q=0.1", JSON_TYPE),
        (f"*/*, {AKN_TYPE}", AKN_TYPE),
        (f"application/*;q=0.4, {AKN_TYPE};q=0.3", JSON_TYPE),
        (f"{JSON_TYPE};charset=utf-8", JSON_TYPE),
        ("*/*", JSON_TYPE),
    ],
)
def test_the_form_is_the_one_that_accept_prefers(client: Client, accept: str, form: str) -> None:
    answer = client.get(by_header(LAW), headers={"Accept": accept})

    assert (answer.status_code, answer["Content-Type"]) == (200, form)


@pytest.mark.parametrize("accept", [f"{JSON_TYPE};q=0", "*/*;q=0", f"text/*, {JSON_TYPE};q=0, */*"])
def test_nothing_is_given_that_accept_rules_out(client: Client, accept: str) -> None:
    assert client.get("/api/v1/topics/", headers={"Accept": accept}).status_code == 406


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_document_can_only_be_read(client: Client, method: str) -> None:
    for address in (LAW, CONSTITUTION, by_header(LAW), by_header(CONSTITUTION)):
        refused = getattr(client, method)(address, headers=AKN)
        assert (refused.status_code, refused["Content-Type"]) == (405, "application/json")
        assert refused.json()["problems"][0]["field"] == "method"


def test_both_answer_304_to_who_has_them_and_set_no_cookie(client: Client) -> None:
    for address in (CONSTITUTION, LAW):
        first = client.get(f"{address}?lang=ru")
        again = client.get(f"{address}?lang=ru", headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert not first.cookies


@pytest.mark.parametrize(
    ("query", "field", "part"),
    [
        ("on=2022-02-30", "on", "YYYY-MM-DD"),
        ("on=", "on", "Nothing was given"),
        ("on=2019-03-22", "on", "2019-03-23 to 2026-06-30"),
        ("on=2026-07-01", "on", "2019-03-23 to 2026-06-30"),
        ("lang=fr", "lang", "Not one of those"),
        ("language=kk", "language", "no such parameter"),
        ("fields=slug", "fields", "no such parameter"),
    ],
)
def test_what_cannot_be_answered_is_told_by_field(
    client: Client, query: str, field: str, part: str
) -> None:
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    found = problem(client, f"{CONSTITUTION}?{query}")

    assert found["field"] == field
    assert part in found["message"]


def test_a_name_that_there_is_not_is_answered_with_those_that_there_are(client: Client) -> None:
    assert problem(client, "/api/v1/constitutions/1993.xml", 404)["allowed"] == ["1995"]
    assert problem(client, "/api/v1/amending-laws/1993.xml", 404)["allowed"] == ["2022-06"]
    assert problem(client, f"{LAW}?on=2022-06-08")["allowed"] == ["lang"]


def test_a_document_costs_the_same_few_queries_whatever_its_size(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(2, 9):
        AmendmentFactory(provision=ProvisionFactory(paragraph=str(number), position=number))
    for address, most in ((CONSTITUTION, 7), (LAW, 4)):
        with django_assert_max_num_queries(most):
            assert client.get(f"{address}?lang=kk").status_code == 200


def test_a_draft_is_in_no_document(client: Client) -> None:
    AmendmentFactory(
        provision=ProvisionFactory(paragraph="2"), after_en="Not yet said.", state=State.DRAFT
    )
    for address in (LAW, CONSTITUTION):
        assert b"Not yet said." not in client.get(f"{address}?lang=en").content


def test_a_passage_in_another_language_says_so_to_programs_and_to_readers(client: Client) -> None:
    AmendmentFactory(
        provision=ProvisionFactory(article__number="5"), after_en="One line.\nAnother line."
    )
    root = etree.fromstring(client.get(f"{CONSTITUTION}?on=2022-06-08&lang=kk").content)
    names = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
    lang = "{http://www.w3.org/XML/1998/namespace}lang"

    kazakh = root.find(".//a:paragraph[@eId='art_4__para_1']/a:content/a:p", names)
    assert kazakh is not None and (kazakh.text, kazakh.get(lang)) == ("Жаңа мәтін.", None)
    english = root.findall(".//a:paragraph[@eId='art_5__para_1']/a:content/a:p", names)
    assert [line.get(lang) for line in english] == ["en", "en"]
    assert english[0][0].tag.endswith("}remark")
    assert (english[0][0].tail, english[1].text) == ("One line.", "Another line.")


def test_a_document_says_that_it_is_not_the_authentic_text(client: Client) -> None:
    for address in (LAW, CONSTITUTION):
        content = client.get(f"{address}?lang=en").content.decode()
        assert '<FRBRauthoritative value="false"/>' in content
        assert "only the Kazakh and Russian texts are authentic" in content


def test_a_law_with_nothing_held_of_it_is_a_document_all_the_same(client: Client) -> None:
    AmendingLawFactory(slug="1998", dated=date(1998, 10, 7), number="284-I")

    content = client.get("/api/v1/amending-laws/1998.xml?lang=en").content.decode()
    assert "/akn/kz/act/1998-10-07/284-i/eng@1998-10-07" in content
    assert "What this law changed is not held here." in content
