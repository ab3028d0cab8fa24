"""What publishers are called: in three languages, once each, as the glossary calls them."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.apps import apps

from amendments import migrations
from amendments.content_files import kinds
from amendments.content_files.names import Names
from amendments.content_files.shape import digest
from amendments.content_files.the_law import FOLDER
from amendments.models import ShippedEntry, Source
from tests.content.conftest import ContentFolder

LATIN = re.compile(r"[A-Za-z]+")


def shipped(file: str, field: str) -> list[dict[str, str]]:
    """Return the names in a content file, by language."""
    return [entry[field] for entry in yaml.safe_load((FOLDER / file).read_text("utf-8"))]


PUBLISHERS = shipped("sources.yaml", "publisher")


def test_every_publisher_has_a_name_in_each_language_and_only_one() -> None:
    called: dict[str, set[tuple[str, str]]] = {}
    for names in PUBLISHERS:
        called.setdefault(names["en"], set()).add((names["kk"], names["ru"]))
    assert {name: others for name, others in called.items() if len(others) > 1} == {}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_latin_letters_are_left_only_to_what_is_written_in_them_everywhere(language: str) -> None:
    for names in PUBLISHERS:
        assert set(LATIN.findall(names[language])) <= set(LATIN.findall(names["en"]))


def test_a_publisher_is_called_as_in_the_glossary() -> None:
    terms = {names["en"].casefold(): names for names in shipped("terms.yaml", "name")}
    named = [names for names in PUBLISHERS if names["en"].casefold() in terms]
    for names in named:
        assert names == terms[names["en"].casefold()]
    assert named


@pytest.mark.django_db
def test_names_reach_a_database_that_held_them_in_english_alone(loaded: ContentFolder) -> None:
    [file] = Path(migrations.__path__[0]).glob("*_publishers_in_english.py")
    migration: Any = import_module(f"amendments.migrations.{file.stem}")
    Source.objects.update(publisher_kk=None, publisher_ru=None)
    for source in Source.objects.all():
        ShippedEntry.objects.filter(kind="sources", slug=source.slug).update(
            digest=migration.digest(source, source.publisher)
        )
    Source.objects.filter(slug="edition_2022").update(dated="An editor's")

    migration.remember(apps, lambda name: name, lambda name: {"en": name})

    untouched = Source.objects.get(slug="edition_2019")
    assert ShippedEntry.objects.get(kind="sources", slug="edition_2019").digest == digest(
        kinds["sources"].shape.stored(untouched, Names())
    )
    assert "sources: 0 created, 1 updated, 0 unchanged, 1 kept" in loaded.load()
    assert set(Source.objects.values_list("slug", "publisher_kk")) == {
        ("edition_2019", "Әділет"),
        ("edition_2022", None),
    }
