"""Paragraphs that stand elsewhere now, word for word."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque

from amendments.redline.alignment import NONE, Alignment
from amendments.redline.tokens import Text


def crossing_paragraphs(before: Text, after: Text) -> list[tuple[int, int]]:
    """Return pairs of paragraphs that must have moved, whatever else changed.

    Among the paragraphs with the same wording that stand once in each text, the heaviest
    series that kept its order stays; the others crossed it. They are found before the words
    are aligned, so that their words are not scattered over their neighbours.
    """
    standing_after = _once(after)
    pairs = [
        (p, standing_after[wording])
        for wording, p in _once(before).items()
        if wording in standing_after
    ]
    places = [q for _, q in pairs]
    if places == sorted(places):
        return []
    staying = _heaviest_rising(places, [_length(before, p) for p, _ in pairs])
    return [pair for index, pair in enumerate(pairs) if index not in staying]


def moved_paragraphs(
    before: Text, after: Text, alignment: Alignment
) -> tuple[dict[int, int], dict[int, int]]:
    """Return the number of the move for each moved paragraph, of before and of after.

    A paragraph of which no word was kept has moved if its wording was inserted elsewhere.
    """
    arriving: defaultdict[str, deque[int]] = defaultdict(deque)
    for q in _unmatched(after, alignment.to_before):
        arriving[after.wording(after.paragraphs[q])].append(q)
    leaving: dict[int, int] = {}
    arrived: dict[int, int] = {}
    for p in _unmatched(before, alignment.to_after) if arriving else []:
        places = arriving.get(before.wording(before.paragraphs[p]))
        if places:
            leaving[p] = arrived[places.popleft()] = len(leaving) + 1
    return leaving, arrived


def _once(text: Text) -> dict[str, int]:
    """Map each wording that stands once in the text to its paragraph."""
    wordings = [text.wording(paragraph) for paragraph in text.paragraphs]
    times = Counter(wordings)
    return {
        wording: index for index, wording in enumerate(wordings) if wording and times[wording] == 1
    }


def _length(text: Text, index: int) -> int:
    paragraph = text.paragraphs[index]
    return paragraph.end_word - paragraph.first_word


def _unmatched(text: Text, partners: list[int]) -> list[int]:
    return [
        index
        for index, paragraph in enumerate(text.paragraphs)
        if paragraph.first_word < paragraph.end_word
        and all(j == NONE for j in partners[paragraph.first_word : paragraph.end_word])
    ]


def _heaviest_rising(values: list[int], weights: list[int]) -> set[int]:
    """Return the indexes of the rising subsequence with the greatest total weight.

    `tops` holds, in rising order of last value, the totals no smaller value can reach.
    """
    tops: list[tuple[int, int, int]] = []  # last value, total, index
    previous: list[int] = []
    for index, (value, weight) in enumerate(zip(values, weights, strict=True)):
        place = bisect_left(tops, (value,))
        _, total, last = tops[place - 1] if place else (NONE, 0, NONE)
        previous.append(last)
        end = place
        while end < len(tops) and tops[end][1] <= total + weight:
            end += 1
        tops[place:end] = [(value, total + weight, index)]
    chain = set()
    index = tops[-1][2]
    while index != NONE:
        chain.add(index)
        index = previous[index]
    return chain
