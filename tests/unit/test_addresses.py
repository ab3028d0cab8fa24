import pytest

from amendments.addresses import address, short_address
from amendments.models import Article, Provision, Section


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"part": "paragraph", "paragraph": "2"}, "Article 54, paragraph 2"),
        ({"part": "paragraph", "paragraph": "5-1"}, "Article 54, paragraph 5-1"),
        ({"part": "paragraph", "paragraph": "4–6"}, "Article 54, paragraphs 4 to 6"),
        ({"part": "subparagraph", "subparagraph": "10-1"}, "Article 54, sub-paragraph 10-1"),
        (
            {"part": "subparagraph", "paragraph": "2", "subparagraph": "2"},
            "Article 54, paragraph 2, sub-paragraph 2",
        ),
        (
            {"part": "opening-words", "paragraph": "1"},
            "Article 54, paragraph 1, opening words",
        ),
        ({"part": "article"}, "Article 54"),
    ],
)
def test_an_address_is_said_as_a_lawyer_would(parts: dict[str, str], said: str) -> None:
    provision = Provision(article=Article(number="54"), **parts)

    assert address(provision) == said
    assert "Article 54, " + short_address(provision) == said or said == "Article 54"


def test_a_heading_names_its_section() -> None:
    heading = Provision(section=Section(number="VI"), part="heading")

    assert address(heading) == "Heading of Section VI"
