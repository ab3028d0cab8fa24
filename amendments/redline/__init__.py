"""Word-level redlines: what was struck from a text and what was added, losing nothing.

Pure Python and rapidfuzz: no Django, no clock, no language but what the caller passes in.
`markup` turns a redline into HTML.
"""

from amendments.redline.counting import WordCount, count_words
from amendments.redline.edits import Edit, EditKind
from amendments.redline.engine import redline

__all__ = ["Edit", "EditKind", "WordCount", "count_words", "redline"]
