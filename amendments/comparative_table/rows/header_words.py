"""The words by which lawyers name the columns: Russian, Kazakh in both scripts, English.

They are looked for in folded text: see `folding`.
"""

import re
from enum import StrEnum


class Column(StrEnum):
    ARTICLE = "article"
    BEFORE = "before"
    AFTER = "after"
    TEXT = "text"  # The only text: its tracked changes are the comparison
    NUMBER = "number"
    REASON = "reason"


TEXTS = (Column.BEFORE, Column.AFTER, Column.TEXT)

# The first sign that is found decides. What is said outright goes before what is implied:
# "new text, as in force from 8 June" is an after.
_WORDS: list[tuple[Column, list[str]]] = [
    (Column.REASON, ["обоснован", "примечани", "негіздеме", "negizdeme", "rationale"]),
    (Column.REASON, ["justification", r"reasons?\b"]),
    (Column.BEFORE, [r"\bбыло\b", r"\bдо\b", "прежн", "дейін", "бұрын"]),
    (Column.BEFORE, ["deiin", "deyin", "buryn", "before", "prior to"]),
    (Column.AFTER, [r"\bстало\b", r"\bпосле\b", "следующей редакции", "кейін"]),
    (Column.AFTER, ["keiin", "keyin", r"\bafter\b"]),
    (Column.AFTER, ["предлага", "проект", r"\bнов(?:ая|ый|ое|ой)\b"]),
    (Column.AFTER, ["ұсыныл", "жаңа", "жоба", "usynyl", r"\bjana\b", r"\bzhana\b", r"\bz?h?joba"]),
    (Column.AFTER, ["propos", r"\bnew\b", "revised", "as amended", r"\bamended\b", "draft"]),
    (Column.BEFORE, ["действующ", "существующ", r"\bстар(?:ая|ый|ое)", "текущ"]),
    (Column.BEFORE, ["қолданыс", "ескі", "қазіргі", "[qk]oldanys", r"\beski\b", "[qk]azirgi"]),
    (Column.BEFORE, ["current", "existing", "present", "in force", r"\bold\b", "original"]),
    (Column.ARTICLE, ["стать", "структурн", "элемент", r"норм[аы]\b", r"\bадрес"]),
    (Column.ARTICLE, [r"\bба[пб]", "құрылым", "тармақ", r"\bba[pb]", "[qk]urylym", "tarma[qk]"]),
    (Column.ARTICLE, ["article", "provision", "clause", r"\bunit", "section"]),
    (Column.NUMBER, [r"^\W*(?:№|n|no|р/с|r/s|п/п|рет)\W*(?:п/п|р/с|п\.\s?п\.)?\W*$"]),
    (Column.NUMBER, ["порядков", "реттік"]),
    (Column.TEXT, ["текст", "редакци", "содержание", "мәтін", "мазмұн"]),
    (Column.TEXT, ["matin", "redaks", "redakci", "text", "wording"]),
]
SIGNS = [(column, re.compile("|".join(words))) for column, words in _WORDS]
