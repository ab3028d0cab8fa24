from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User

from amendments.comparative_table.rows.compared import Revisions
from amendments.models import AmendingLaw, Topic


@dataclass(frozen=True)
class Wanted:
    """What the table is of, and how to take it.

    `topic` and `in_force_from` are for new drafts; left out, they come from another amendment
    of the provision and from the law. `editor` becomes their author.
    """

    law: AmendingLaw
    language: str
    revisions: Revisions = Revisions.BEFORE_AFTER
    topic: Topic | None = None
    in_force_from: date | None = None
    editor: User | None = None
    file_name: str = ""
