"""Words as search folds and stems them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.search.folding import fold, loose, words
from amendments.search.kazakh import stem as kazakh_stem
from amendments.search.stemming import possible_stems, stem
from amendments.search.stop_words import without_stop_words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ПАРЛАМЕНТ", "парламент"),
        ("Счётный", "счетный"),
        ("догово\u0301р", "договор"),
        ("People's", "people"),
        ("People’s", "people"),
        ("consti\u00adtution", "constitution"),
        ("бiлiм", "білім"),  # With the Latin i
        ("əкімге", "әкімге"),  # With the Latin schwa, as some official texts have it
        (unicodedata.normalize("NFD", "Йод"), "йод"),
        ("72", "72"),
    ],
)
def test_a_word_has_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_words_are_found_where_they_stand() -> None:
    text = "Article 83-1: «Адам құқықтары», People's_Council"

    found = [(word.text, text[word.start : word.end]) for word in words(text)]

    assert found == [
        ("article", "Article"),
        ("83", "83"),
        ("1", "1"),
        ("адам", "Адам"),
        ("құқықтары", "құқықтары"),
        ("people", "People's"),
        ("council", "Council"),
    ]


@given(st.text())
def test_words_stand_in_order_and_never_overlap(text: str) -> None:
    found = list(words(text))

    assert all(word.text and word.start < word.end for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_kazakh_letters_typed_on_a_russian_keyboard_meet_the_right_ones() -> None:
    assert loose(fold("Құқық")) == loose(fold("кукык")) == "кукык"


@pytest.mark.parametrize(
    ("head", "forms"),
    [
        ("құқық", "құқығы құқықтары құқықтарына құқығының құқықтың құқыққа құқығына құқықтық"),
        ("бостандық", "бостандығы бостандықтары бостандығына бостандықтарының"),
        ("заң", "заңы заңды заңға заңның заңдар заңдарды заңында заңмен"),
        ("парламент", "парламенті парламенттің парламентке парламентінің парламенттік"),
        ("президент", "президенті президенттің президентінің президенттік президентімен"),
        ("депутат", "депутаты депутаттар депутаттары депутаттардың"),
        ("сайлау", "сайлауы сайлауда сайлаудың сайлауға сайлаулар сайлауын"),
        ("конституция", "конституцияның конституциясы конституцияға конституциялық"),
        ("мемлекет", "мемлекеті мемлекеттің мемлекеттік мемлекетке"),
        ("мәжіліс", "мәжілісі мәжілістің мәжіліске мәжілісінің"),
        ("облыс", "облысы облыстың облыстар облысында"),
        ("ел", "елдің елдер елден"),
    ],
)
def test_the_forms_of_a_kazakh_word_share_a_stem(head: str, forms: str) -> None:
    assert {kazakh_stem(form) for form in forms.split()} == {kazakh_stem(head)}


@pytest.mark.parametrize(
    ("one", "other"),
    [("сот", "сан"), ("заң", "зат"), ("бостандық", "бос"), ("халық", "хал"), ("қала", "қалау")],
)
def test_different_kazakh_words_keep_different_stems(one: str, other: str) -> None:
    assert kazakh_stem(one) != kazakh_stem(other)


@given(st.text(alphabet="абвгғдежзийкқлмнңоөпрстуұүфхһшыіэюя", max_size=30))
def test_a_stem_is_a_beginning_of_its_word_but_for_its_last_letters(word: str) -> None:
    stemmed = kazakh_stem(word)

    assert word.startswith(stemmed[:-2])
    assert len(stemmed) <= len(word)
    assert bool(stemmed) == bool(word)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "amendment amendments"),
        ("en", "election elections elected"),
        ("ru", "президент президента президентом президенты"),
        ("ru", "конституция конституции конституцию"),
        ("kk", "президент президенттің президентке"),
    ],
)
def test_a_word_is_stemmed_by_the_language_of_its_text(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


def test_the_letters_of_a_word_decide_before_the_language_of_the_page() -> None:
    assert stem("amendments", "kk") == stem("amendment", "en")
    assert stem("құқықтары", "en") == "құқық"


def test_a_word_on_a_kazakh_page_may_be_kazakh_or_russian() -> None:
    assert possible_stems("палаты", "kk") == {stem("палаты", "kk"), stem("палаты", "ru")}


@pytest.mark.parametrize(
    ("question", "language", "kept"),
    [
        ("who appoints the judges", "en", ["appoints", "judges"]),
        ("кто назначает судей", "ru", ["назначает", "судей"]),
        ("кім судья тағайындайды", "kk", ["судья", "тағайындайды"]),
        ("what is it", "en", []),
    ],
)
def test_words_that_say_nothing_are_left_out(question: str, language: str, kept: list[str]) -> None:
    assert without_stop_words(question.split(), language) == kept
