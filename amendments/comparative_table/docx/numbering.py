"""Numbers that Word counts itself: lists of `numbering.xml`, also those of styles."""

from dataclasses import dataclass, field

from lxml import etree

from amendments.comparative_table.docx.hardened_xml import (
    attribute,
    child,
    children,
    is_on,
    value,
    whole,
)
from amendments.comparative_table.docx.number_formats import written

LEVELS = 9
_DEEPEST_STYLE = 20  # Styles based on each other in a ring would never end


@dataclass(frozen=True)
class Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restarts_after: int | None = None  # From 1; 0: never
    is_legal: bool = False


@dataclass(frozen=True)
class Numbered:
    """A place in a list: which list, how deep."""

    number: str
    level: int


@dataclass
class Numbering:
    """`lists` leads from a `w:num` to its definition and the levels that it starts anew."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    styles: dict[str, etree._Element] = field(default_factory=dict)

    def of(self, paragraph: etree._Element) -> Numbered | None:
        """Return where a `w:p` stands in a list, by itself or by its style."""
        properties = child(paragraph, "pPr")
        style = value(properties, "pStyle")
        for _ in range(_DEEPEST_STYLE):
            number = value(properties, "numPr", "numId")
            level = whole(value(properties, "numPr", "ilvl"))
            if number is not None:
                found = Numbered(number, min(max(level, 0), LEVELS - 1))
                return found if number in self.lists else None  # 0 takes a number away
            based_on = self.styles.get(style or "")
            if based_on is None:
                return None
            properties, style = child(based_on, "pPr"), value(based_on, "basedOn")
        return None


def read_numbering(root: etree._Element | None, styles: etree._Element | None) -> Numbering:
    numbering = Numbering()
    for style in [] if styles is None else children(styles, "style"):
        numbering.styles[attribute(style, "styleId") or ""] = style
    if root is None:
        return numbering
    linked: dict[str, str] = {}
    for abstract in children(root, "abstractNum"):
        key = attribute(abstract, "abstractNumId") or ""
        numbering.levels[key] = {
            whole(attribute(level, "ilvl")): _level(level) for level in children(abstract, "lvl")
        }
        if link := value(abstract, "numStyleLink"):
            linked[key] = link
    for number in children(root, "num"):
        _add_list(numbering, number)
    for key, link in linked.items():  # A list that only names the style which defines it
        target = value(numbering.styles.get(link), "pPr", "numPr", "numId")
        defined = numbering.lists.get(target or "")
        if defined:
            numbering.levels[key] = numbering.levels.get(defined[0], {})
    return numbering


def _add_list(numbering: Numbering, number: etree._Element) -> None:
    key = attribute(number, "numId") or ""
    abstract = value(number, "abstractNumId") or ""
    starts: dict[int, int] = {}
    own: dict[int, Level] = {}
    for override in children(number, "lvlOverride"):
        level = whole(attribute(override, "ilvl"))
        start = value(override, "startOverride")
        if start is not None:
            starts[level] = whole(start, 1)
        redefined = child(override, "lvl")
        if redefined is not None:
            own[level] = _level(redefined)
    if own:  # A list with levels of its own counts for itself
        numbering.levels[f"num {key}"] = numbering.levels.get(abstract, {}) | own
        abstract = f"num {key}"
    numbering.lists[key] = (abstract, starts)


def _level(level: etree._Element) -> Level:
    restart = value(level, "lvlRestart")
    return Level(
        start=whole(value(level, "start"), 1),
        format=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        restarts_after=None if restart is None else whole(restart),
        is_legal=is_on(level, "isLgl"),
    )


class Counter:
    """Counts as Word does: lists of one definition go on counting in each other."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()

    def next(self, place: Numbered) -> str:
        abstract, starts = self._numbering.lists[place.number]
        levels = self._numbering.levels.get(abstract, {})
        counts = self._counts.setdefault(abstract, {})
        if place.number not in self._started:
            self._started.add(place.number)
            for level, start in starts.items():
                counts[level] = start - 1
        here = levels.get(place.level, Level())
        counts[place.level] = counts.get(place.level, here.start - 1) + 1
        for deeper in range(place.level + 1, LEVELS):
            after = levels.get(deeper, Level()).restarts_after
            if after is None or (after > 0 and place.level < after):
                counts.pop(deeper, None)
        return _number(here, levels, counts)


def _number(here: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    text = here.text
    if here.format in ("bullet", "none"):
        return "•" if here.format == "bullet" else ""
    for index in range(LEVELS):
        if f"%{index + 1}" in text:
            level = levels.get(index, Level())
            count = counts.setdefault(index, level.start)
            form = "decimal" if here.is_legal else level.format
            text = text.replace(f"%{index + 1}", written(count, form))
    return text
