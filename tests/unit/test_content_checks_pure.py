"""What each check finds in a text of a language, and what it lets pass."""

import pytest

from amendments.content_checks.alternative_text import undescribed
from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.known import KnownTerm, Page
from amendments.content_checks.links import dead_links
from amendments.content_checks.provisions import can_exist, wrong_references
from amendments.content_checks.saying import WORDS, said
from amendments.content_checks.sentences import sentences, too_much
from amendments.content_checks.subject import WrittenText
from amendments.content_checks.tense import present_tense
from amendments.content_checks.terms import unlinked

HELD = {"44": frozenset({"3", "10"}), "83-1": frozenset({"1"})}


def written(text: str, language: str = "en", *, key: str = "why_it_matters", of_2026: bool = False):
    return WrittenText(f"{key}.{language}", key, language, text, of_2026)


def shown(found: list[Finding]) -> list[tuple[Level, str]]:
    return [(finding.level, finding.words) for finding in found]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Article 44(10) named it.", "en", []),
        ("Article 44(7) named it.", "en", [(Level.HINT, "Article 44(7)")]),
        ("Article 12 named it, and Articles 71-74.", "en", []),
        ("Article 144 named it.", "en", [(Level.ERROR, "Article 144")]),
        ("Article 0 named it.", "en", [(Level.ERROR, "Article 0")]),
        ("Article 44-1 named it.", "en", [(Level.ERROR, "Article 44-1")]),
        ("Articles 83-1(1) and 94-2 named it.", "en", []),
        ("It stood in Articles 50 and 144.", "en", [(Level.HINT, "and 144")]),
        ("By Article 50, 150 deputies were elected.", "en", []),
        ("Article 375 of the Criminal Code punished it.", "en", []),
        ("Since 2026 Article 44(7) names it.", "en", []),
        ("Это была статья 144.", "ru", [(Level.ERROR, "статья 144")]),
        (
            "Подпункт 7) статьи 44 и пункт 3 статьи 44.",
            "ru",
            [(Level.HINT, "Подпункт 7) статьи 44")],
        ),
        ("По статье 375 Уголовного кодекса.", "ru", []),
        ("Бұл 144-бап еді.", "kk", [(Level.ERROR, "144-бап")]),
        (
            "44-баптың 7-тармағы және 83-1-баптың 1-тармағы.",
            "kk",
            [(Level.HINT, "44-баптың 7-тармақ")],
        ),
        ("Ата Заңның 144-бабы еді.", "kk", [(Level.ERROR, "144-бабы")]),
    ],
)
def test_references(text: str, language: str, found: list[tuple[Level, str]]) -> None:
    got = shown(list(wrong_references(written(text, language), HELD)))
    assert [(level, words[:12]) for level, words in got] == [
        (level, words[:12]) for level, words in found
    ]


def test_in_texts_of_2026_paragraphs_count_anew() -> None:
    assert list(wrong_references(written("Article 44(7).", of_2026=True), HELD)) == []


def test_which_articles_can_exist() -> None:
    articles = ["1", "98", "99", "83-1", "94-1", "94-2", "0", "100", "83-2"]
    assert [article for article in articles if not can_exist(article)] == ["0", "100", "83-2"]


def test_sentences_end_where_a_reader_would_say() -> None:
    text = "By Art. 44 it was so. «Так и было». См. ст. 44 далее.\nA line 1.5 long"
    assert [sentence for _place, sentence in sentences(text)] == [
        "By Art. 44 it was so.",
        "«Так и было».",
        "См. ст. 44 далее.",
        "A line 1.5 long",
    ]
    assert all(text[place:].startswith(sentence) for place, sentence in sentences(text))


def test_a_sentence_may_be_longer_where_it_explains_and_shorter_in_kazakh() -> None:
    def problems(words: int, language: str, key: str) -> list[Problem]:
        return [f.problem for f in too_much(written("so " * words, language, key=key))]

    assert problems(27, "en", "in_short") == [Problem.SENTENCE_TOO_LONG]
    assert problems(27, "en", "why_it_matters") == []
    assert problems(27, "kk", "why_it_matters") == [Problem.SENTENCE_TOO_LONG]


def test_many_long_words_are_a_hint() -> None:
    (found,) = too_much(written("constitutionality " * 8))
    assert (found.problem, found.level, found.count) == (Problem.MANY_LONG_WORDS, Level.HINT, 8)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (
            "The President was chosen. The Court has eleven judges.",
            "en",
            "The Court has eleven judges.",
        ),
        ("The rule said that it “is” so.", "en", None),
        ("In May 2022 it was so.", "en", None),
        ("It is still so since 2026.", "en", None),
        ("Суд состоит из судей.", "ru", "Суд состоит из судей."),
        ("Суд состоял из судей.", "ru", None),
        ("Сот он бір судьядан тұрады.", "kk", "он бір судьядан тұрады ."),
        ("Сот он бір судьядан тұрды.", "kk", None),
    ],
)
def test_present_tense_about_what_ended(text: str, language: str, words: str | None) -> None:
    found = list(present_tense(written(text, language)))
    assert [finding.level for finding in found] == [Level.HINT] * bool(words)
    assert [text[f.place :].split()[0].strip(".") in (words or "") for f in found] == [True] * bool(
        words
    )


def test_a_term_that_is_not_linked_is_found_where_it_is_first_used() -> None:
    veto = KnownTerm("veto", {"en": ["veto"], "ru": ["вето"]})
    found = list(unlinked([written("Two vetoes."), written("Право вето.", "ru")], [veto]))
    assert [(f.field, f.words, f.level) for f in found] == [
        ("why_it_matters.en", "vetoes", Level.HINT)
    ]


PAGES = {
    "/topics/courts/": Page.THERE,
    "/en/amendments/gone/": Page.GONE,
    "/topics/draft/": Page.UNPUBLISHED,
    "/etc": Page.UNKNOWN,
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See /topics/courts/.", []),
        ("See (/en/amendments/gone/).", [(Level.ERROR, "/en/amendments/gone/")]),
        (
            "See https://atazan.example/en/amendments/gone/.",
            [(Level.ERROR, "/en/amendments/gone/")],
        ),
        ("See https://elsewhere.example/en/amendments/gone/.", []),
        ("See /topics/draft/.", [(Level.HINT, "/topics/draft/")]),
        ("km/h, and/or, 3 / 4, /etc", [(Level.HINT, "/etc")]),
    ],
)
def test_links(text: str, found: list[tuple[Level, str]]) -> None:
    got = list(dead_links(text, "text.en", PAGES.__getitem__, "https://atazan.example"))
    assert shown(got) == found
    assert all(finding.words in text[finding.place :] for finding in got)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('<img src="a.png">', 1),
        ('<img src="a.png" alt="">', 1),
        ('<img src="a.png" alt="A map">', 0),
        ("![](a.png) and ![A map](a.png)", 1),
        ("No picture!", 0),
    ],
)
def test_pictures(text: str, number: int) -> None:
    found = list(undescribed(text, "text.en"))
    assert [finding.level for finding in found] == [Level.ERROR] * number


def test_every_problem_has_its_words() -> None:
    assert set(WORDS) == set(Problem)
    for problem in Problem:
        assert "50%" in said(Finding(problem, Level.HINT, "", 0, "50%", 3)) or problem is (
            Problem.NO_SOURCE
        )
