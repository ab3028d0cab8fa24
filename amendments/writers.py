"""Who wrote a text: who may not be the other pair of eyes."""

from amendments.models import Reviewed, ReviewStep, State
from amendments.versions import events_of

_STEPS = set(ReviewStep.Verb.values)


def writers_of(text: Reviewed) -> set[int]:
    """Return who wrote the text since it was last approved: its author and whoever changed it.

    Its rows (choices, citations, key facts and others) are part of it, those that are gone too.
    A few queries, whatever its history.
    """
    events = events_of(text)
    approved = max((event.at for event in events if event.state == State.PUBLISHED), default=None)
    writers = {
        event.editor_id
        for event in events
        if (approved is None or event.at > approved) and event.reason not in _STEPS
    }
    return {key for key in (*writers, text.author_id) if key is not None}
