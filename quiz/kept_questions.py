"""Questions ready to be asked, kept by the process as long as nothing public changes.

Loading one with all it is about costs more than grading and storing an answer to it.
"""

from dataclasses import dataclass, field

from amendments.freshness import public_changes
from quiz.models import Question

MOST = 1_000  # Some ten kilobytes each


@dataclass(frozen=True)
class _Kept:
    stamp: int
    questions: dict[int, Question] = field(default_factory=dict)


_kept = _Kept(-1)


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
