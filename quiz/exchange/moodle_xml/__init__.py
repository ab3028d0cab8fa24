"""Moodle XML, in which Moodle keeps most of what it knows of a question."""

from quiz.exchange.moodle_xml.reading import read
from quiz.exchange.moodle_xml.writing import CARRIES, write

__all__ = ["CARRIES", "read", "write"]
