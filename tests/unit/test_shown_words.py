"""Words as pages show them: counts, addresses, labels and paragraphs."""

import pytest
from django.utils.translation import override

from amendments.redline import WordCount
from amendments.templatetags.law import as_written, told, unbroken
from amendments.templatetags.redline import word_counts
from amendments.texts import Text


@pytest.mark.parametrize(
    ("removed", "added", "said"),
    [
        (35, 1, "35 words removed, 1 word added"),
        (0, 53, "53 words added"),
        (1, 0, "1 word removed"),
        (0, 0, "no word removed or added"),
    ],
)
def test_only_words_that_went_or_came_are_counted(removed: int, added: int, said: str) -> None:
    assert word_counts(WordCount(removed, added)) == said


def test_no_line_of_an_address_ends_at_a_hyphen() -> None:
    assert unbroken("sub-paragraph 10-1") == "sub-\u2060paragraph 10-\u20601"


@pytest.mark.parametrize(
    ("language", "label", "shown"),
    [
        ("kk", "Section VII heading", "VII бөлімнің атауы"),
        ("ru", "Annex to 73(1)", '<span lang="en">Annex to 73(1)</span>'),
        ("kk", "17(2)-(3)", "17(2)-(3)"),
        ("en", "Preamble", "Preamble"),
    ],
)
def test_english_words_left_in_a_label_say_that_they_are_english(
    language: str, label: str, shown: str
) -> None:
    with override(language):
        assert as_written(label) == shown


def test_the_language_of_a_text_stands_in_the_line_of_its_last_words() -> None:
    assert told(Text("One.\n\nTwo & three.", "en", "kk")) == (
        '<p>One.</p><p>Two &amp; three. <span class="tag" lang="en">English</span></p>'
    )
    assert told(Text("One.", "en", "en")) == "<p>One.</p>"
