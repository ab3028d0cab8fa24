"""eIds and addresses of works, by the naming convention."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.akoma_ntoso.document.eids import address_of, eid
from amendments.akoma_ntoso.document.frbr import (
    Reference,
    constitution_uri,
    expression_uri,
    law_uri,
    portion,
    referred,
)
from amendments.akoma_ntoso.document.parts import Address, ConstitutionName, LawName, Part

LAW = LawName("2022-09", "142-VII", date(2022, 9, 17), "")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (Address(Part.HEADING, section="VI"), "sec_VI__heading"),
        (Address(Part.ARTICLE, article="83-1"), "art_83-1"),
        (Address(Part.PARAGRAPH, "", "61", "5-1"), "art_61__para_5-1"),
        (Address(Part.PARAGRAPH, "", "71", "4–6"), "art_71__para_4to6"),
        (Address(Part.OPENING_WORDS, "", "54", "1"), "art_54__para_1__intro"),
        (Address(Part.OPENING_WORDS, "", "44"), "art_44__intro"),
        (Address(Part.SUBPARAGRAPH, "", "44", "", "10-1"), "art_44__point_10-1"),
        (Address(Part.SUBPARAGRAPH, "", "54", "2", "2"), "art_54__para_2__point_2"),
    ],
)
def test_an_eid_is_made_of_the_address_and_leads_back_to_it(address: Address, name: str) -> None:
    assert eid(address) == name
    assert address_of(name) == address


NUMBERS = st.from_regex(r"[1-9][0-9]{0,2}(-[1-9])?(–[1-9][0-9]?(-[1-9])?)?", fullmatch=True)


@given(NUMBERS, st.one_of(st.just(""), NUMBERS), NUMBERS)
def test_no_two_addresses_share_an_eid(article: str, paragraph: str, point: str) -> None:
    article = article.partition("–")[0]
    for address in (
        Address(Part.ARTICLE, article=article),
        Address(Part.OPENING_WORDS, "", article, paragraph),
        Address(Part.SUBPARAGRAPH, "", article, paragraph, point),
        Address(Part.PARAGRAPH, "", article, point),
    ):
        assert address_of(eid(address)) == address


@pytest.mark.parametrize(
    "name", ["", "chp_1", "art_", "art_4__list_1", "art_4__para_1__point_2__alinea_1", "art_а"]
)
def test_what_is_no_eid_of_a_provision_is_none_here(name: str) -> None:
    assert address_of(name) is None


def test_works_are_named_by_country_kind_date_and_number() -> None:
    constitution = constitution_uri(ConstitutionName("1995", date(1995, 8, 30)))

    assert constitution == "/akn/kz/act/1995-08-30/constitution"
    assert law_uri(LAW) == "/akn/kz/act/2022-09-17/142-vii"
    assert law_uri(LawName("2022-06", "", date(2022, 6, 8), "")) == "/akn/kz/act/2022-06-08/2022-06"
    assert expression_uri(constitution, "kk", date(2023, 1, 1)) == (
        "/akn/kz/act/1995-08-30/constitution/kaz@2023-01-01"
    )
    assert portion(constitution, "art_4") == "/akn/kz/act/1995-08-30/constitution/~art_4"


@pytest.mark.parametrize(
    "href",
    [
        "/akn/kz/act/1995-08-30/constitution/~art_4",
        "/kz/act/1995-08-30/constitution/~art_4",
        "/akn/kz/act/1995-08-30/constitution/rus@2019-03-23/!main~art_4",
        "/akn/kz/act/1995-08-30/constitution/rus:2019-03-23/!main.xml#art_4",
        "/akn/kz/act/1995-08-30/constitution#art_4",
    ],
)
def test_a_reference_leads_to_the_work_whatever_version_it_names(href: str) -> None:
    assert referred(href) == Reference("/akn/kz/act/1995-08-30/constitution", "art_4")


def test_a_reference_within_the_document_and_one_elsewhere() -> None:
    assert referred("#art_4") == Reference("", "art_4")
    assert referred("https://example.org/law#art_4") is None
