"""Present tense about rules that have ended. The words are lists, one for each language."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.registry import content_check
from amendments.content_checks.sentences import sentences
from amendments.content_checks.subject import Subject, WrittenText

WORDS = Path(__file__).parent / "words"
QUOTATION = re.compile(r"[\"“”«][^\"“”«»]*[\"“”»]")

# What explains an amendment. What people believe and what came later may well be present.
EXPLAINING = frozenset(
    {"title", "in_short", "what_changed", "why_it_matters", "who_it_touches", "key_facts"}
)


@content_check
def ended_rules_are_told_in_the_past(subject: Subject) -> Iterator[Finding]:
    if subject.kind.name != "amendments" or not subject.known.rule_has_ended(subject.entry):
        return
    for text in subject.texts():
        if text.key in EXPLAINING:
            yield from present_tense(text)


def present_tense(written: WrittenText) -> Iterator[Finding]:
    """Find the first word in the present of each sentence that does not speak of today.

    A hint: a word may be a noun, or the sentence may be about what still holds.
    """
    present = _pattern(f"present_tense.{written.language}")
    meant = _pattern(f"speaks_of_today.{written.language}")
    for start, sentence in sentences(written.text):
        ours = QUOTATION.sub(lambda quoted: " " * len(quoted[0]), sentence)
        found = present.search(ours)
        if found and not meant.search(ours):
            yield Finding(
                Problem.PRESENT_TENSE,
                Level.HINT,
                written.path,
                start + found.start(),
                _around(ours, found.start(), found.end()),
            )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    words = [re.escape(line) for line in lines if line.strip() and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def _around(sentence: str, start: int, end: int) -> str:
    before = sentence[:start].split()[-4:]
    after = sentence[end:].split()[:4]
    return " ".join([*before, sentence[start:end], *after])
