"""Sentences that ask too much of a reader: too many words, or too many long ones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.registry import content_check
from amendments.content_checks.subject import Subject, WrittenText
from amendments.redline.tokens import WORD

SHORTENED = frozenset("art no mr mrs dr vol ст п пп г гг т д е им см ч др стр б б. т.б".split())
END = re.compile(r"[.!?…]+[\"”»)\]’']*\s+(?=[\"“«(\[‘]?[^\W\d_a-zа-яёәғқңөұүһі])|\n+")


@dataclass(frozen=True, slots=True)
class Limits:
    """Words of a sentence; letters of a long word, and how many of those a sentence may have."""

    words: int
    long: int
    long_words: int


# What is read first is read by everyone; what explains may ask for a little more. Kazakh says in
# one word what English says in three, and its words are longer.
FIRST_LOOK: Mapping[str, Limits] = {
    "kk": Limits(18, 14, 4),
    "ru": Limits(22, 14, 5),
    "en": Limits(26, 12, 5),
}
CLOSER_LOOK: Mapping[str, Limits] = {
    "kk": Limits(26, 14, 6),
    "ru": Limits(30, 14, 7),
    "en": Limits(36, 12, 7),
}
READ_FIRST = frozenset({"title", "in_short", "key_facts", "prompt", "choices", "definition"})


@content_check
def sentences_can_be_read(subject: Subject) -> Iterator[Finding]:
    for text in subject.explaining_texts():
        yield from too_much(text)


def too_much(written: WrittenText) -> Iterator[Finding]:
    """Look at every sentence of a text. Hints: some sentences are long and clear."""
    limits = (FIRST_LOOK if written.key in READ_FIRST else CLOSER_LOOK)[written.language]
    for place, sentence in sentences(written.text):
        words = WORD.findall(sentence)
        long_words = [word for word in words if len(word) >= limits.long]
        for problem, count, most in (
            (Problem.SENTENCE_TOO_LONG, len(words), limits.words),
            (Problem.MANY_LONG_WORDS, len(long_words), limits.long_words),
        ):
            if count > most:
                yield Finding(problem, Level.HINT, written.path, place, shortened(sentence), count)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with its place. A line break ends one, a shortened word does not."""
    start = 0
    for end in END.finditer(text):
        last_word = text[start : end.start()].rsplit(None, 1)[-1:] or [""]
        if "\n" not in end[0] and last_word[0].lower().lstrip("(") in SHORTENED:
            continue
        if text[start : end.end()].strip():
            yield start, text[start : end.end()].rstrip()
        start = end.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()


def shortened(sentence: str, longest: int = 60) -> str:
    return sentence if len(sentence) <= longest else f"{sentence[:longest].rsplit(' ', 1)[0]}…"
