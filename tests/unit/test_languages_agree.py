"""What is found where the languages of one text do not say the same."""

import pytest

from amendments.content_checks.finding import Finding, Problem
from amendments.content_checks.known import KnownTerm
from amendments.content_checks.languages_agree import (
    articles_missing,
    numbers_missing,
    other_terms,
)
from amendments.content_checks.numbers import figures
from amendments.term_marks import pattern_of

COURT = KnownTerm(
    "constitutional-court",
    {
        "kk": ["Конституциялық Сот"],
        "ru": ["Конституционный Суд"],
        "en": ["Constitutional Court"],
    },
)


def shown(found: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.field, finding.words) for finding in found]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("6,163,516 votes, or 77.18%", {"6163516", "77.18"}),
        ("6\u00a0163\u00a0516 дауыс, 77,18%", {"6163516", "77.18"}),
        ("on 08.06.2022, the 8th of June", {"8", "6", "2022"}),
        ("the debates of 2025–26", {"2025", "2026"}),
        ("Article 44(10-1)", {"44", "10", "1"}),
        ("no number", set()),
    ],
)
def test_numbers_are_read_as_each_language_writes_them(text: str, numbers: set[str]) -> None:
    assert figures(text) == numbers


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"en": "11 judges", "ru": "одиннадцать судей", "kk": "он бір судья"}, []),
        ({"en": "11 judges", "ru": "10 судей", "kk": "11 судья"}, [("t.en", "10"), ("t.kk", "10")]),
        ({"en": "eleven judges", "ru": "11 судей"}, []),
        ({"en": "98 seats", "kk": "107 орын"}, [("t.en", "107"), ("t.kk", "98")]),
        ({"en": "98 seats"}, []),
    ],
)
def test_a_number_that_only_one_language_names(
    texts: dict[str, str], found: list[tuple[str, str]]
) -> None:
    got = shown(list(numbers_missing("t", texts)))

    assert [f for f in got if f in found] == found
    assert bool(got) is bool(found)


def test_an_article_named_in_one_language_alone() -> None:
    texts = {
        "en": "Articles 42, 47 and 74 changed.",
        "kk": "42, 47 және 74-баптар өзгерді.",
        "ru": "Изменились статьи 42 и 47.",
    }

    assert shown(list(articles_missing("t", texts))) == [("t.ru", "74")]


@pytest.mark.parametrize(
    ("kazakh", "found"),
    [
        ("Азаматтар Конституциялық Сотқа жүгіне алды.", []),
        ("Азаматтар Конституциялық Кеңеске жүгіне алды.", [("t.kk", "Конституциялық Сот")]),
        ("Азаматтар оған жүгіне алды.", [("t.kk", "Конституциялық Сот")]),
    ],
)
def test_one_term_has_one_translation(kazakh: str, found: list[tuple[str, str]]) -> None:
    texts = {
        "en": "Citizens could apply to the Constitutional Court.",
        "kk": kazakh,
        "ru": "Граждане могли обратиться в Конституционный Суд.",
    }

    got = list(other_terms("t", texts, [COURT]))

    assert shown(got) == found
    assert all(finding.problem is Problem.OTHER_TERM for finding in got)


@pytest.mark.parametrize(
    ("name", "form", "meets"),
    [
        ("смертная казнь", "О смертной казни.", True),
        ("құқық", "Әркімнің құқығы бар.", True),
        ("мәслихат", "облыстардың мәслихаттарының келісімі", True),
        ("дауыс беруге қатысу (келу) көрсеткіші", "дауыс беруге қатысу көрсеткіші 68%", True),
        ("явка", "при явке в 68%", True),
        ("аким", "Академия", False),
    ],
)
def test_a_term_is_found_in_its_forms(name: str, form: str, meets: bool) -> None:
    assert bool(pattern_of([name]).search(form)) is meets
