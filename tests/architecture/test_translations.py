"""Everything shown is translated, compiled catalogues are fresh, history knows every language."""

import re
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.apps import apps
from modeltranslation.translator import translator

from amendments.languages import LANGUAGES
from civic.environment import ROOT
from tests.architecture.library_texts import PLURALS, catalogue, wanted
from tests.architecture.project_files import project_files

CATALOGUES = [ROOT / path for path in project_files() if path.suffix == ".po"]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{[\w:]*\}|</?[a-z][^>]*>")

Said = dict[tuple[str | None, str, str], object]

each_catalogue = pytest.mark.parametrize(
    "path", CATALOGUES, ids=lambda path: "-".join((path.parts[-4], path.parts[-3], path.stem))
)


def said(entries: list[polib.POEntry] | polib.MOFile) -> Said:
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): entry.msgstr_plural or entry.msgstr
        for entry in entries
    }


def entries(path: Path) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@each_catalogue
def test_the_compiled_catalogue_says_what_the_source_says(path: Path) -> None:
    compiled = path.with_suffix(".mo")

    assert compiled.exists(), "run `make catalogues`"
    assert said(polib.mofile(str(compiled))) == said(
        polib.pofile(str(path)).translated_entries()
    ), "run `make catalogues`"


@each_catalogue
def test_every_text_is_translated_in_every_form(path: Path) -> None:
    counted = polib.pofile(str(path)).metadata["Plural-Forms"]
    wanted_forms = int(re.findall(r"nplurals=(\d)", counted)[0])

    assert counted == PLURALS[path.parts[-3]]
    for entry in entries(path):
        assert "fuzzy" not in entry.flags, entry.msgid
        assert all(forms(entry)), entry.msgid
        assert len(forms(entry)) == (wanted_forms if entry.msgid_plural else 1), entry.msgid


@each_catalogue
def test_a_translation_fills_in_what_the_english_fills_in(path: Path) -> None:
    for entry in entries(path):
        # A singular may leave out the number that the plural tells, never the other way round.
        english = Counter(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for form in forms(entry):
            assert Counter(PLACEHOLDER.findall(form)) == english, (entry.msgid, form)


@each_catalogue
def test_a_word_has_letters_of_one_alphabet(path: Path) -> None:
    mixed = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
    for entry in entries(path):
        for form in forms(entry):
            assert not mixed.search(PLACEHOLDER.sub("", form)), form


@pytest.mark.parametrize("language", PLURALS)
def test_libraries_say_nothing_untranslated_that_people_meet(language: str) -> None:
    for domain in ("django", "djangojs"):
        path = catalogue(language, domain)
        ours = {(entry.msgctxt, entry.msgid) for entry in entries(path)} if path.exists() else set()
        missing = {(entry.msgctxt, entry.msgid) for entry in wanted(language, domain)} - ours

        assert missing == set(), "run `make library-texts` and translate what it adds"


def test_history_keeps_every_language_of_every_translated_field() -> None:
    missing = []
    for model in apps.get_models():
        history = getattr(model, "history", None)
        if model not in translator.get_registered_models() or history is None:
            continue
        kept = {field.name for field in history.model._meta.get_fields()}
        for field in translator.get_options_for_model(model).get_field_names():
            missing += [
                f"{model.__name__}.{field}_{language}"
                for language in LANGUAGES
                if f"{field}_{language}" not in kept
            ]

    assert missing == []


def test_every_translated_model_has_a_history() -> None:
    without = [
        model.__name__
        for model in translator.get_registered_models()
        if not model._meta.abstract and not hasattr(model, "history")
    ]

    assert without == []
