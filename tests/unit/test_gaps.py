"""What the numbers of provisions tell of the law between them."""

import pytest

from amendments.gaps import stands_right_after
from amendments.models import Provision

Part = Provision.Part


def provision(address: str) -> Provision:
    """Make one from "2" or "4–6" (a paragraph), "2:3" (its sub-paragraph), "1:" (its opening
    words) or "" (a whole article)."""
    paragraph, has_parts, sub = address.partition(":")
    part = Part.PARAGRAPH if paragraph else Part.ARTICLE
    if has_parts:
        part = Part.SUBPARAGRAPH if sub else Part.OPENING_WORDS
    return Provision(part=part, paragraph=paragraph, subparagraph=sub)


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("1", "2", True),
        ("1", "3", False),
        ("3", "3-1", True),
        ("3-1", "4", True),
        ("4–6", "7", True),
        ("4–6", "8", False),
        ("3", "4–6", True),
        (":3", ":4", True),
        (":4", ":7", False),
        (":1-1", ":1-2", True),
        (":1-2", ":2", True),
        ("1:", "1:1", True),
        ("1:", "2:2", False),
        ("1:1", "2:2", False),
        ("1", "2:1", False),
        ("1:2", "2", False),
    ],
)
def test_numbers_tell_whether_something_stands_between(
    before: str, after: str, follows: bool
) -> None:
    assert stands_right_after(provision(before), provision(after)) is follows


@pytest.mark.parametrize(
    ("first", "opens"), [("", True), ("1", True), ("2", False), ("1:", True), (":1", False)]
)
def test_the_first_provision_opens_its_article_or_does_not(first: str, opens: bool) -> None:
    assert stands_right_after(None, provision(first)) is opens
