"""GIFT, Moodle's format for questions in a plain text file."""

from quiz.exchange.gift.reading import read
from quiz.exchange.gift.writing import CARRIES, write

__all__ = ["CARRIES", "read", "write"]
