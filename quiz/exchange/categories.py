"""The name of a category, without the words by which Moodle says where it lives."""

import re

from quiz.exchange.plain_text import one_line

# $course$/top/Rights: a category Rights of the course
_PLACE = re.compile(r"\$(?:course|system|coursecat|cat|module)\d*\$(?:/|$)(?:top(?:/|$))?")
TOP = "$course$/top"


def category_of(written: str) -> str:
    text = one_line(written)
    return _PLACE.sub("", text, count=1) if _PLACE.match(text) else text


def written_category(category: str) -> str:
    return f"{TOP}/{category}" if category else TOP
