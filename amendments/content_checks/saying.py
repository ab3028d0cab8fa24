"""What an editor is told of a finding, in the active language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from amendments.content_checks.finding import Finding, Problem

WORDS: Mapping[Problem, Any] = {
    Problem.NO_SOURCE: _("no source"),
    Problem.NO_SUCH_ARTICLE: _("no Constitution has such an article: “%(words)s”"),
    Problem.PARAGRAPH_NOT_HELD: _("we hold no text of it: “%(words)s”"),
    Problem.TERM_NOT_LINKED: _("a term of the glossary that is not linked: “%(words)s”"),
    Problem.SENTENCE_TOO_LONG: _("a sentence of %(count)s words: “%(words)s”"),
    Problem.MANY_LONG_WORDS: _("%(count)s long words in one sentence: “%(words)s”"),
    Problem.PRESENT_TENSE: _("present tense about a rule that has ended: “%(words)s”"),
    Problem.NUMBER_MISSING: _("a number that another language names is not here: “%(words)s”"),
    Problem.ARTICLE_MISSING: _("an article that another language names is not here: “%(words)s”"),
    Problem.OTHER_TERM: _("the glossary’s word for it is not here: “%(words)s”"),
    Problem.DEAD_LINK: _("nothing is at this address: “%(words)s”"),
    Problem.LINK_TO_UNPUBLISHED: _("readers cannot see what is at this address: “%(words)s”"),
    Problem.ADDRESS_UNKNOWN: _("looks like an address, but is none of this site: “%(words)s”"),
    Problem.NO_ALTERNATIVE_TEXT: _("a picture without words in its place: “%(words)s”"),
}


def said(finding: Finding) -> str:
    """Say what was found, without its field."""
    return str(WORDS[finding.problem] % {"words": finding.words, "count": finding.count})
