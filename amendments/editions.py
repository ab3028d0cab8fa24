"""The official edition that an authentic text is quoted from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Edition:
    """`as_of` is the day whose law it gives; `url`, where it can be read, may be empty."""

    language: str
    as_of: date
    url: str
