"""How long a redline takes, against difflib in the same run.

    python -m benchmarks.redline [FILE_OR_FOLDER]

reads the amendments' texts from YAML, by default the shipped ones, prints a table and fails
when a bound is missed. Timings are medians; only their ratios mean anything elsewhere.
"""

import difflib
import random
import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from amendments.redline import redline
from benchmarks.row import Row

SHIPPED = Path(__file__).parent.parent / "amendments" / "content" / "amendments"
LANGUAGES = ("en", "ru", "kk")
WORDS = 2_000
# The reference keeps spaces as tokens: without them it could not give the texts back either.
TOKEN = re.compile(r"\w+(?:[-’'ʼ]\w+)*|\s|[^\w\s]")

Pair = tuple[str, str]


def rows(source: Path = SHIPPED) -> list[Row]:
    """Measure and return the rows of the quality table.

    Raises SystemExit with an explanation if `source` holds no texts.
    """
    pairs = list(_pairs(source))
    if not pairs:
        raise SystemExit(f"benchmarks.redline: no amendments with both texts under {source}")
    draw = random.Random(2022)  # noqa: S311 - a fixed draw, not a secret
    related = _amended(pairs, draw)
    unrelated = related[0], _unrelated(related[0], draw)
    longest = max(pairs, key=lambda pair: len(pair[0]) + len(pair[1]))
    ours, theirs = _milliseconds(redline, related, 15), _milliseconds(_difflib, related, 3)
    strangers = _milliseconds(redline, unrelated, 15)
    long_ours, long_theirs = (
        _milliseconds(redline, longest, 15),
        _milliseconds(_difflib, longest, 5),
    )
    return [
        _faster(f"redline of {_size(related)} words", ours, theirs, 20),
        _faster(f"longest shipped pair, {_size(longest)} words", long_ours, long_theirs, None),
        Row(
            f"unrelated texts, {_size(unrelated)} words",
            f"{strangers:.1f} ms",
            f"the related pair, {ours:.1f} ms",
            f"{strangers / ours:.1f}× the time",
            "at most 5× the time",
            strangers <= 5 * ours,
        ),
    ]


def _faster(what: str, ours: float, theirs: float, least: int | None) -> Row:
    ratio = theirs / ours
    return Row(
        what,
        f"{ours:.1f} ms",
        f"difflib, {theirs:.0f} ms",
        f"{ratio:.0f}× faster",
        f"at least {least}× faster" if least else "reported",
        least is None or ratio >= least,
    )


def _pairs(source: Path) -> Iterator[Pair]:
    """Yield the texts before and after of every amendment, in every language they exist in."""
    files = [source] if source.is_file() else sorted(source.glob("**/*.yaml"))
    for file in files:
        entries: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8")) or []
        for entry in entries:
            before, after = entry.get("before"), entry.get("after")
            if isinstance(before, str) and isinstance(after, str):
                yield before, after
            elif isinstance(before, dict) and isinstance(after, dict):
                for language in LANGUAGES:
                    if before.get(language) and after.get(language):
                        yield before[language], after[language]


def _amended(pairs: list[Pair], draw: random.Random) -> Pair:
    """Return a text of about 2,000 words made of real provisions, and the same text amended.

    Every provision is amended as it really was; every fourth paragraph that stayed also loses
    or swaps a word, which makes it harder than any real amending law.
    """
    befores: list[str] = []
    afters: list[str] = []
    size = 0
    pool = draw.sample(pairs, len(pairs))
    while size < WORDS:
        for before, after in pool:
            befores.append(before)
            afters.append(_nudged(after, draw) if draw.random() < 0.25 else after)
            size += len(before.split())
            if size >= WORDS:
                break
    return "\n".join(befores), "\n".join(afters)


def _nudged(text: str, draw: random.Random) -> str:
    words = text.split(" ")
    place = draw.randrange(len(words))
    words[place : place + 1] = draw.choice(([], [words[-1 - place]]))
    return " ".join(words)


def _unrelated(text: str, draw: random.Random) -> str:
    """Return the words of `text` in any order: nothing in common but, everywhere, words."""
    words = text.split(" ")
    return " ".join(draw.sample(words, len(words)))


def _difflib(before: str, after: str) -> object:
    matcher = difflib.SequenceMatcher(
        None, TOKEN.findall(before), TOKEN.findall(after), autojunk=False
    )
    return matcher.get_opcodes()


def _milliseconds(work: Callable[[str, str], object], pair: Pair, times: int) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work(*pair)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def _size(pair: Pair) -> str:
    return f"{len(pair[0].split()):,} → {len(pair[1].split()):,}"
