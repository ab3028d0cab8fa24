"""What begins with a number in an article → its units, each with its address."""

from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.units import Unit
from amendments.official_edition.edition import PlacedUnit
from amendments.official_edition.marks import Mark, Marked
from amendments.official_edition.numbering import in_order


class Begun:
    """What begins with a number, and the lines of it: paragraphs without a number.

    `at` says where in the file each begins, `last` where the text ends as far as it was read.
    """

    def __init__(self, number: int, found: Marked, text: str) -> None:
        self.marked = found
        self.lines = [found.rest if found.number else text]
        self.at = [number]
        self.last = number

    def add_line(self, number: int, text: str) -> None:
        self.lines.append(text)
        self.at.append(number)
        self.last = number

    def go_on(self, number: int, text: str) -> None:
        self.lines[-1] += text
        self.last = number


def units_of(article: str, begun: list[Begun]) -> list[PlacedUnit]:
    """Give each unit its address. What follows the end of a list is of the paragraph again."""
    here = Address(article=article)
    units: list[PlacedUnit] = []
    for at, each in enumerate(begun):
        number, lines, after_list = each.marked.number, each.lines, []
        if each.marked.mark == Mark.PARAGRAPH:
            here, sign = Address(article=article).within(number), "."
        elif each.marked.mark == Mark.SUBPARAGRAPH:
            here, sign = here.within(here.paragraph, number), ")"
            if _ends_list(begun, at):
                lines, after_list = each.lines[:1], each.lines[1:]
        else:
            number, sign = "", ""
        text = "\n".join(line for line in lines if line)
        units.append(PlacedUnit(Unit(here, f"{number}{sign}", text), each.at[0]))
        if after_list:
            here = here.within(here.paragraph)
            units.append(PlacedUnit(Unit(here, "", "\n".join(after_list)), each.at[1]))
    return units


def _ends_list(begun: list[Begun], at: int) -> bool:
    """Whether the list ends with this one: no later number follows, or another list begins."""
    following = begun[at + 1].marked if at + 1 < len(begun) else None
    if following is None or following.mark != Mark.SUBPARAGRAPH:
        return True
    return in_order(following.number) <= in_order(begun[at].marked.number)
