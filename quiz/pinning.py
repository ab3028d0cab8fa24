"""Which text a question was written against, and whether it still says the same."""

import json
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from amendments.languages import LANGUAGES
from amendments.models import Amendment, Provision, Referendum, Successor
from amendments.review import Verb, log_step
from quiz.models import Question

# What of each kind of text a question may ask: days and numbers, then the texts
_FACTS = {
    Amendment: ["in_force_from", "applied_from"],
    Provision: [],
    Successor: ["fate", "articles"],
    Referendum: [
        "held_on",
        "turnout_over",
        "yes_over",
        "regions_total",
        "regions_needed",
        "reported_yes_over",
        "reported_regions_needed",
    ],
}
# Texts that are translated together stand together
_TEXTS = {
    Amendment: [["before", "after"]],
    Provision: [["text"]],
    Successor: [["rule"], ["difference"]],
    Referendum: [["question"], ["turnout_rule"], ["adoption_rule"], ["reported_rule"]],
}


def fingerprint(question: Question) -> str:
    """Return the fingerprint of what the question is about: "facts:3f… after.en:a0… …".

    One part for the days and numbers, and one for each text in each language that has it, so
    that a translation added later makes nothing stale. Empty for a question about nothing. No query
    after `with_subject()`.
    """
    return " ".join(f"{part}:{digest}" for part, digest in _parts(question))


def is_stale(question: Question) -> bool:
    """Say whether the text has changed since the question was read against it.

    A question never pinned is stale, unless it is about nothing.
    """
    if question.subject is None:
        return False
    now = dict(_parts(question))
    then = dict(part.partition(":")[::2] for part in question.written_against.split())
    return not then or any(now.get(part) != digest for part, digest in then.items())


def pin(question: Question) -> None:
    """Note that the question was read against the text as it is now. Does not save."""
    question.written_against = fingerprint(question)


@transaction.atomic
def read_again(question: Question, *, editor: User, now: datetime, comment: str = "") -> None:
    """Pin a question that an editor read against its text; the log says who and when."""
    pin(question)
    question._change_reason = Verb.READ_AGAIN.value  # type: ignore[attr-defined]  # For the history
    question.save(update_fields=["written_against"])
    log_step(question, Verb.READ_AGAIN, editor=editor, now=now, comment=comment)


def _parts(question: Question) -> Iterator[tuple[str, str]]:
    subject = question.subject
    if subject is None:
        return
    kind = type(subject)
    yield "facts", _digest([str(getattr(subject, name)) for name in _FACTS[kind]])
    for names in _TEXTS[kind]:
        for language in sorted(LANGUAGES):
            texts = [getattr(subject, f"{name}_{language}") for name in names]
            if any(texts):
                yield f"{names[-1]}.{language}", _digest([text or "" for text in texts])


def _digest(values: list[Any]) -> str:
    return sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()[:16]
