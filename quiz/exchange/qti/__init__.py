"""QTI 2.1, 2.2 and 3 of 1EdTech: items, alone or in a content package."""

from quiz.exchange.qti.reading import read
from quiz.exchange.qti.writing import CARRIES, write

__all__ = ["CARRIES", "read", "write"]
