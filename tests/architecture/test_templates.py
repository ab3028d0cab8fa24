"""Templates obey the layers too, and components say how to use them."""

import re

from tests.architecture.project_files import project_files, text_of

TEMPLATES = [
    path for path in project_files() if path.suffix == ".html" and "templates" in path.parts
]
COMMENT = re.compile(r"\{#.*#\}|\{% comment\b.*%\}.*")


def test_no_template_of_amendments_names_an_address_of_quiz() -> None:
    naming = [
        str(path)
        for path in TEMPLATES
        if path.parts[:2] == ("templates", "amendments")
        and re.search(r"""['"]quiz:""", text_of(path) or "")
    ]

    assert naming == []


def test_every_component_begins_with_a_comment_that_names_its_arguments() -> None:
    silent = [
        str(path)
        for path in TEMPLATES
        if "components" in path.parts
        and not COMMENT.match((text_of(path) or "").partition("\n")[0])
    ]

    assert silent == []


def test_no_template_has_inline_style_or_script() -> None:
    inline = re.compile(
        r"<[^>{%]*\sstyle=|<style\b|<script(?![^>]*\bsrc=)(?![^>]*\bjson\b)|\son\w+=\""
    )
    breaching = [str(path) for path in TEMPLATES if inline.search(text_of(path) or "")]

    assert breaching == []
