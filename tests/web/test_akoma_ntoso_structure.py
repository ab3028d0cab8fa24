"""How provisions of every shape stand in a document, and where text is missing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from lxml import etree

from amendments.akoma_ntoso.exporting import akn_of_constitution
from amendments.models import Provision
from tests.factories.law import (
    AmendmentFactory,
    ArticleFactory,
    HeadingFactory,
    ProvisionFactory,
)
from tests.samples.akoma_ntoso.schema import NAMES, faults_of, found

pytestmark = pytest.mark.django_db

Part = Provision.Part


def write(
    article: str, part: str, paragraph: str = "", subparagraph: str = "", **more: Any
) -> None:
    number = Provision.objects.count() + 1
    ProvisionFactory(
        article=ArticleFactory(number=article, slug=f"1995-article-{article}"),
        part=part,
        paragraph=paragraph,
        subparagraph=subparagraph,
        position=number,
        slug=f"p-{number}",
        text_en=more.pop("text_en", f"Text {number}."),
        **more,
    )


def document(day: date = date(2022, 12, 31), language: str = "en") -> etree._Element:
    data = akn_of_constitution("1995", day, language)
    assert faults_of(data) == []
    return etree.fromstring(data)


def shape(root: etree._Element, number: str) -> list[str]:
    """The eIds within an article in their order; what says more in the law has a star."""
    (article,) = found(root, f"//a:article[@eId='art_{number}']")
    return [
        each.get("eId", "") + ("*" if each.get("status") == "incomplete" else "")
        for each in article.iter()
        if each.get("eId")
    ]


def test_points_and_opening_words_stand_in_their_paragraph_and_gaps_are_marked() -> None:
    write("54", Part.OPENING_WORDS, "1")
    write("54", Part.SUBPARAGRAPH, "2", "2")
    write("54", Part.PARAGRAPH, "4")

    assert shape(document(), "54") == [
        "art_54*",
        "art_54__para_1*",
        "art_54__para_1__intro",
        "art_54__para_1__hcontainer_points",
        "art_54__para_2*",
        "art_54__para_2__hcontainer_before-point-2",
        "art_54__para_2__point_2",
        "art_54__hcontainer_before-para-4",
        "art_54__para_4",
    ]


def test_a_whole_article_is_complete_and_points_may_stand_in_an_article() -> None:
    write("78", Part.ARTICLE)
    write("44", Part.OPENING_WORDS)
    write("44", Part.SUBPARAGRAPH, "", "1")
    write("44", Part.SUBPARAGRAPH, "", "3")

    root = document()
    assert shape(root, "78") == ["art_78"]
    assert shape(root, "44") == [
        "art_44*",
        "art_44__intro",
        "art_44__point_1",
        "art_44__hcontainer_before-point-3",
        "art_44__point_3",
    ]


def test_own_text_beside_parts_keeps_its_eid_and_its_place() -> None:
    write("5", Part.ARTICLE, text_en="The whole.")
    write("5", Part.PARAGRAPH, "1")

    assert shape(document(), "5") == ["art_5", "art_5__hcontainer_whole", "art_5__para_1"]


def test_a_repealed_provision_leaves_its_place_and_one_to_come_has_none() -> None:
    article = ArticleFactory(number="46")
    for number, texts in (("4", {"after_en": ""}), ("5", {"before_en": ""})):
        AmendmentFactory(
            provision=ProvisionFactory(article=article, paragraph=number, position=int(number)),
            in_force_from=date(2022, 6, 8) if number == "4" else date(2023, 1, 1),
            **texts,
        )

    root = document()
    repealed = root.find(".//a:paragraph[@eId='art_46__para_4']", NAMES)
    assert repealed is not None and repealed.get("status") == "removed"
    assert root.find(".//a:paragraph[@eId='art_46__para_5']", NAMES) is None
    assert (
        document(date(2023, 1, 1)).find(".//a:paragraph[@eId='art_46__para_5']", NAMES) is not None
    )


def test_a_heading_is_the_amended_one_or_else_the_title() -> None:
    AmendmentFactory(
        provision=HeadingFactory(section__number="VI", section__slug="s-6", section__position=6),
        after_en="Constitutional Court",
    )
    write("4", Part.PARAGRAPH, "1")

    headings = document().findall(".//a:section/a:heading", NAMES)
    assert [each.text for each in headings] == ["Parliament", "Constitutional Court"]


def test_what_no_xml_can_hold_is_replaced_and_every_other_letter_is_kept(tmp_path: Path) -> None:
    text = "Қазақ «әріп» & <b>\ttab  two end "
    write("4", Part.PARAGRAPH, "1", text_en=text + "\x08")

    paragraph = document().find(".//a:paragraph[@eId='art_4__para_1']/a:content/a:p", NAMES)
    assert paragraph is not None and paragraph.text == text + "\ufffd"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--on", "2019-03-22"], "known from 2019-03-23 to 2026-06-30"),
        (["--law", "1993"], "There is no 1993. There are: 2022-06."),
        (["--constitution", "1993"], "There is no 1993. There are: 1995."),
        (["--law", "2022-06", "--on", "2022-06-08"], "--on is for a Constitution"),
        (["--law", "2022-06"], "3 documents: name a folder"),
    ],
)
def test_an_export_that_cannot_be_made_says_why(options: list[str], said: str) -> None:
    AmendmentFactory()

    with pytest.raises(CommandError) as raised:
        call_command("export_akn", *options)

    assert said in str(raised.value)


def test_one_document_goes_to_a_file_or_to_standard_output(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    AmendmentFactory()
    wanted = akn_of_constitution("1995", date(2022, 6, 8), "ru")
    options = ["--on", "2022-06-08", "--language", "ru"]

    call_command("export_akn", *options, "--output", str(tmp_path / "one.xml"))
    call_command("export_akn", *options)

    assert (tmp_path / "one.xml").read_bytes() == wanted
    assert capsysbinary.readouterr().out == wanted
