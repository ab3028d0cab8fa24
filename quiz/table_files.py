"""Questions as a table: the choices stand in one cell, as the content files write them."""

from amendments.content_files import Entry
from amendments.table_files import TableFile, register
from quiz.models import PINNED_TO, Question
from quiz.pinning import pin

PIN = "written_against"


def register_tables() -> None:
    register(
        Question,
        TableFile(
            "questions", leave_out=frozenset({PIN}), complete=without_old_pin, drafted=pin_new
        ),
    )


def without_old_pin(before: Entry, entry: Entry) -> Entry:
    """Forget what a question was read against, once it is about something else."""
    if all(before.get(name) == entry.get(name) for name in PINNED_TO):
        return entry
    return {key: value for key, value in entry.items() if key != PIN}


def pin_new(question: Question) -> None:
    """Whoever writes a question has read the text it is about."""
    if not question.written_against:
        pin(question)
        if question.written_against:
            question._change_reason = "import"
            question.save()
