"""What can be seen in a text before anybody reads it: errors and hints, one module a check.

`docs/content-checks.md` says what each looks for.
"""

from amendments.content_checks import (
    alternative_text,
    languages_agree,
    links,
    provisions,
    sentences,
    sources,
    tense,
    terms,
)
from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.known import Known
from amendments.content_checks.registry import content_check, findings_of
from amendments.content_checks.saying import said

__all__ = [
    "Finding",
    "Known",
    "Level",
    "Problem",
    "alternative_text",
    "content_check",
    "findings_of",
    "languages_agree",
    "links",
    "provisions",
    "said",
    "sentences",
    "sources",
    "tense",
    "terms",
]
