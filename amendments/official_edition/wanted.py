from dataclasses import dataclass
from datetime import date

from amendments.models import Constitution


@dataclass(frozen=True)
class Wanted:
    """What a file is said to be. `url` is where readers find the same text."""

    constitution: Constitution
    language: str
    as_of: date
    url: str
    file_name: str = ""
    replace: bool = False
