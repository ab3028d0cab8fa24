from dataclasses import dataclass
from datetime import date

from amendments.models import Constitution


@dataclass(frozen=True)
class Wanted:
    """What a file is said to be. `url` is where readers find the same text.

    Faults of the `accepted` lines are none: someone looked at them, and so the law reads.
    """

    constitution: Constitution
    language: str
    as_of: date
    url: str
    file_name: str = ""
    replace: bool = False
    accepted: frozenset[int] = frozenset()
