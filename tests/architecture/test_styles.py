"""Colours and font sizes are named once, in tokens.css; the dark ones stand alone too."""

import re
from pathlib import Path

import pytest

from tests.architecture.project_files import project_files, text_of

TOKENS = Path("static/css/tokens.css")
DARK = Path("static/css/tokens-dark.css")  # For embeds that are dark by their address
STYLE_SHEETS = [
    path
    for path in project_files()
    if path.suffix == ".css" and path.parts[:2] == ("static", "css") and path not in (TOKENS, DARK)
]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LITERAL_COLOUR = re.compile(
    r"(?<![\w&-])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b"
    r"|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(",
    re.IGNORECASE,
)
FONT_SIZE_IN_PIXELS = re.compile(r"\bfont(?:-size)?\s*:[^;}]*\dpx\b")


def declarations(css: str) -> str:
    """Return what stands between the innermost braces: `#top` as a selector is no colour."""
    return "\n".join(re.findall(r"\{([^{}]*)\}", COMMENT.sub("", css)))


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=str)
def test_a_style_sheet_takes_colours_and_font_sizes_from_the_tokens(path: Path) -> None:
    written = declarations(text_of(path) or "")

    assert LITERAL_COLOUR.findall(written) + FONT_SIZE_IN_PIXELS.findall(written) == []


def test_both_ways_to_be_dark_have_the_same_colours() -> None:
    by_system = re.search(r":root:not\(\.light\) \{(.*?)\}", text_of(TOKENS) or "", re.DOTALL)
    by_address = re.search(r"color-scheme: dark;(.*?)\}", text_of(DARK) or "", re.DOTALL)
    assert by_system and by_address

    assert by_system.group(1).split() == by_address.group(1).split() != []


def test_the_check_itself_finds_colours_and_sizes() -> None:
    found = declarations("#top { color: #fff } a { /* #000 */ color: rgb(0 0 0); font-size: 14px }")

    assert LITERAL_COLOUR.findall(found) == ["#fff", "rgb("]
    assert FONT_SIZE_IN_PIXELS.findall(found) == ["font-size: 14px"]
