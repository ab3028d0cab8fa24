"""The kinds of content of this app that editors may fill in as tables."""

from amendments.models import Event, Term, Voice
from amendments.table_files.registry import TableFile, register


def register_tables() -> None:
    register(Term, TableFile("terms"))
    register(Voice, TableFile("voices"))
    register(Event, TableFile("events"))
