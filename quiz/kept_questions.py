"""Questions ready to be asked, kept by the process as long as nothing public changes.

Loading one with all it is about costs more than grading and storing an answer to it, and to
know which cannot be asked all have to be read.
"""

from dataclasses import dataclass, field

from amendments.freshness import freshness, public_changes
from quiz.asking import can_be_asked
from quiz.models import Question

MOST = 1_000  # Some ten kilobytes each


@dataclass(frozen=True)
class _Kept:
    stamp: int
    questions: dict[int, Question] = field(default_factory=dict)


@dataclass(frozen=True)
class _LeftOut:
    stamp: str
    by_language: dict[str, frozenset[int]] = field(default_factory=dict)


_kept = _Kept(-1)
_left_out = _LeftOut("")


def kept_question(pk: int) -> Question:
    """Return a question from `for_asking()`, shared by all who ask: nobody may change it.

    One query; two more for a question not met since the last change.
    """
    global _kept
    stamp, kept = public_changes(), _kept
    if kept.stamp != stamp or len(kept.questions) >= MOST:
        kept = _kept = _Kept(stamp)
    if pk not in kept.questions:
        kept.questions[pk] = Question.objects.for_asking().get(pk=pk)
    return kept.questions[pk]


def questions_left_out(language: str) -> frozenset[int]:
    """Return the keys of the published questions that cannot be asked in `language` now.

    One query; three more, which read all questions, for each public change and language.
    """
    global _left_out
    stamp, kept = freshness(), _left_out
    if kept.stamp != stamp:
        kept = _left_out = _LeftOut(stamp)
    if language not in kept.by_language:
        published = Question.objects.published().for_asking()
        kept.by_language[language] = frozenset(
            each.pk for each in published if not can_be_asked(each, language)
        )
    return kept.by_language[language]
