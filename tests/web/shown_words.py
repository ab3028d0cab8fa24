"""The words a page shows, each in the language that the page says it is in."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Permission
from django.db.models import CharField, TextField
from lxml import html
from modeltranslation.translator import translator

from amendments.models import SearchEntry, SearchWord

ROMAN = re.compile(r"[IVXLC]+")
WORD = re.compile(r"[^\W\d_]+")
ADDRESS = re.compile(r"\S*(?:[/@]|\.[a-z])\S*")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
KAZAKH = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
READ_ALOUD = ("alt", "aria-label", "aria-valuetext", "placeholder", "title", "label", "content")
NOT_SHOWN = ("script", "style", "code", "kbd", "bdi")  # Django sets signs of a password in bdi

# Names and codes that are the same in every language.
NAMES = frozenset(
    """
    aiken aa api atom attribution axe by cc chromium commons cookie creative csrftoken csv
    euractiv excel firefox gift github html javascript json kk en ru language learner mit moodle qti
    safari sha slug utf wcag windows word workbook xlsx xml
    қазақша русский english control command mac true false none
    """.split()
)
BRAND = re.compile(r"Ата [Зз]аң\w*")

# Words that Russian cannot do without and that Kazakh has not, and endings of the same kind.
RUSSIAN = frozenset(
    """
    в и из или на по при для это этот эта эти что чтобы как также который которая которые был
    была было были если только года году лет статья статьи пункт пункты всех все нет есть
    """.split()
)
RUSSIAN_ENDING = re.compile(
    r"(ого|его|ому|ему|ыми|ими|ться|ется|ится|ение|ения|ению|ость|ости|ский|ская|ские|ных|ный)$"
)
KAZAKH_WORDS = frozenset("бап бойынша болды емес мен туралы болып қана бар".split())


def shown_texts(page: str) -> Iterator[tuple[str, str]]:
    """Yield each text a reader meets, with the language it stands in."""
    yield from _texts_in(html.document_fromstring(page), "")


def _texts_in(element: html.HtmlElement, around: str) -> Iterator[tuple[str, str]]:
    if not isinstance(element.tag, str) or element.tag in NOT_SHOWN or _is_half_a_word(element):
        return
    language = element.get("lang") or around
    if element.text:
        yield language, element.text
    for name in READ_ALOUD:
        if element.get(name) and (name != "content" or element.get("name") == "description"):
            yield language, element.attrib[name]
    for child in element:
        yield from _texts_in(child, language)
        if child.tail:
            yield language, child.tail


def _is_half_a_word(element: html.HtmlElement) -> bool:
    """Whether a redline shows stem and ending apart here; the whole word stands beside it."""
    around = element.getparent()
    return around is not None and "inflected" in around.classes and "aria-hidden" in element.attrib


def foreign_words(page: str, language: str, known: frozenset[str]) -> set[str]:
    """Return what a reader of Kazakh or Russian would stumble over: words of other languages.

    `known` are the words of the content, which is checked as content.
    """
    found = set()
    for of, text in shown_texts(page):
        if of != language or text.lstrip().startswith("<"):  # A piece of HTML to copy
            continue
        words = WORD.findall(ADDRESS.sub("", BRAND.sub("", text)))
        found |= {word for word in words if _is_foreign(word, language)}
    return {word for word in found if word.lower() not in NAMES and word not in known}


def _is_foreign(word: str, language: str) -> bool:
    if LATIN.search(word):
        return len(word) > 1 and not ROMAN.fullmatch(word)
    if language == "ru":
        return bool(KAZAKH.search(word)) or word.lower() in KAZAKH_WORDS
    russian = word.lower() in RUSSIAN or RUSSIAN_ENDING.search(word.lower())
    return bool(russian and not KAZAKH.search(word))


def words_of_the_content(language: str) -> frozenset[str]:
    """Return the words of all texts in a language."""
    columns: list[tuple[Any, str]] = []
    for model in translator.get_registered_models():
        fields = translator.get_options_for_model(model).get_field_names()
        columns += [(model, f"{field}_{language}") for field in fields if not model._meta.abstract]
    return _words_in(columns)


def words_of_all_rows() -> frozenset[str]:
    """Return the words of what editors wrote, in whatever language, for pages that list it."""
    kept_in_english = (Permission, SearchEntry, SearchWord)
    return _words_in(
        (model, field.attname)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, CharField | TextField) and not field.choices
        if model not in kept_in_english
    )


def _words_in(columns: Iterable[tuple[Any, str]]) -> frozenset[str]:
    words: set[str] = set()
    for model, column in columns:
        for value in model._base_manager.values_list(column, flat=True):
            words.update(WORD.findall(str(value or "")))
    return frozenset(words)
