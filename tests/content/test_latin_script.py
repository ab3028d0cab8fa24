"""Our whole Kazakh content in Latin script."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from amendments.latin_script import in_latin
from amendments.latin_script.alphabet import CYRILLIC

ROOT = Path(__file__).parents[2]
NO_LETTERS = re.compile(r"[^\W\d_]")


def kazakh_texts() -> list[str]:
    """Return every text under a key `kk`, however deep, of all that ships."""
    files = [
        file for app in ("amendments", "quiz") for file in (ROOT / app / "content").rglob("*.yaml")
    ]
    return [text for file in files for text in under_kk(yaml.safe_load(file.read_text("utf-8")))]


def under_kk(value: Any, is_kazakh: bool = False) -> Iterator[str]:
    if isinstance(value, str):
        if is_kazakh:
            yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from under_kk(each, is_kazakh or key == "kk")
    elif isinstance(value, list):
        for each in value:
            yield from under_kk(each, is_kazakh)


def test_no_cyrillic_letter_is_left_and_nothing_else_is_touched() -> None:
    texts = kazakh_texts()
    assert len(texts) > 500

    left = [text for text in texts if CYRILLIC.search(in_latin(text))]
    longer = [
        text for text in texts if not 0.9 <= (len(in_latin(text)) + 3) / (len(text) + 3) <= 1.2
    ]
    changed = [
        text for text in texts if NO_LETTERS.sub("", text) != NO_LETTERS.sub("", in_latin(text))
    ]
    latin = [
        text
        for text in texts
        if any(word not in in_latin(text) for word in re.findall("[A-Za-z]{2,}", text))
    ]

    assert (left, longer, changed, latin) == ([], [], [], [])
