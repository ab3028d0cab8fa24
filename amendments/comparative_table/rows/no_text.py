"""Words that say there is no text, or that it did not change."""

import re

from amendments.comparative_table.rows.folding import folded

LONGEST = 300  # Characters of a line that says so, with the law that repealed it
_UNIT = (
    r"(?:(?:стать[яи]|пункт\w*|подпункт\w*|част[ьи]|норма|бап|тармақ|тармақша|бөлім|"
    r"article|paragraph|sub-?paragraph|section|provision|ba[pb]|tarmaq|tarmaqsh?a)\s+)?"
)
_NUMBER = r"(?:\d{1,3}(?:-\d{1,2})?[.)]?\s*)?"
_NOTHING = re.compile(
    rf"\W*{_NUMBER}{_UNIT}{_NUMBER}(?:"
    r"отсутству\w*|нет|не было|не имеется|жоқ|болмаған|joq|zhoq|none|nil|n/a|absent|no text|"
    r"not present|does not exist|did not exist|"
    r"(?:is |was )?(?:repealed|deleted|excluded|removed)|"
    r"исключ(?:ить|ается|ен|ена|ено|ены)(?:\s+закон\w*.*)?|утратил\w*\s+силу.*|"
    r"(?:.*заңы?мен\s+)?алып таста(?:лды|лсын|лған)|"
    r"(?:.*zanymen\s+)?alyp tasta(?:ldy|lsyn|lgan)"
    r")\W*"
)
_UNCHANGED = re.compile(
    r"\W*(?:без изменени\w*|не меняется|то же|өзгеріссіз|өзгермейді|ozgerissiz|"
    r"unchanged|no changes?|the same)\W*"
)


def is_no_text(text: str) -> bool:
    """Whether a text is empty, a dash, or says "Отсутствует", "Жоқ", "None", "Исключён".

    Of several lines each must, since one repealed paragraph does not repeal the next.
    """
    return all(map(_says_nothing, text.splitlines()))


def _says_nothing(line: str) -> bool:
    if not re.search(r"\w", line):
        return True
    plain = folded(line[: LONGEST + 1]).replace("ё", "е")
    return len(line) <= LONGEST and bool(_NOTHING.fullmatch(plain))


def says_unchanged(text: str) -> bool:
    return len(text) <= LONGEST and bool(_UNCHANGED.fullmatch(folded(" ".join(text.split()))))
