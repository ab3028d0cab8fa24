"""A redline as HTML that can be seen without colour and heard without seeing.

Every line of the text becomes a `<p>`, and a change that runs over several lines is opened
again in each, so that the markup is valid and paragraphs keep their distance; blank lines are
the distance. `<del>` and `<ins>` hold words for screen readers in `<span class="vh">`, which
the stylesheet hides from sight. All text is escaped: the result is safe to put into a page.

A deletion and the insertion that follows it are one change and share a number. The first
element of a change is its anchor: `id="<prefix>c3" data-change="3"`.

A word whose ending alone changed is written twice, in `<span class="inflected">`: with its ending
marked for eyes, and for ears as the whole words it was and is, since "депутат removed: тан" is
no word. Words that differ only in letters which look alike are text like any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from amendments.redline.changes import Changes, endings_after, is_blank
from amendments.redline.edits import Edit, EditKind, as_read
from amendments.redline.passages import passages
from amendments.redline.tokens import LINE_BREAK

TAGS = {EditKind.DELETED: "del", EditKind.INSERTED: "ins"}
# What HTML must not contain, and what would be invisible: all control characters but the tab
CONTROLS = dict.fromkeys([*range(9), *range(10, 32), *range(127, 160)], "\ufffd")


@dataclass(frozen=True, slots=True)
class Words:
    """What a screen reader says at a change, in the language of the page.

    `lang` is that language's code; set it where the text itself is in another language.
    """

    deleted: str  # removed:
    inserted: str  # added:
    end: str  # end
    moved_from: str  # moved from here:
    moved_to: str  # moved to here:
    go_to_new_place: str  # go to its new place
    go_to_old_place: str  # go to its old place
    old_number: str  # number before:
    new_number: str  # number now:
    space: str  # space
    line_break: str  # line break
    lang: str = ""


def inline(edits: Sequence[Edit], words: Words, *, prefix: str = "") -> str:
    """Return both texts in one: what was kept, struck and added, in reading order."""
    edits = as_read(edits)
    page = _Page(words, prefix, prefix, Changes(edits))
    page.write(0, edits)
    return page.html()


def before(
    edits: Sequence[Edit], words: Words, *, prefix: str = "", other: str | None = None
) -> str:
    """Return the old text with what was struck.

    `other` is the prefix of the new text on the same page, if it is there: moved paragraphs
    link to it.
    """
    return _side(edits, words, EditKind.DELETED, prefix, other)


def after(
    edits: Sequence[Edit], words: Words, *, prefix: str = "", other: str | None = None
) -> str:
    """Return the new text with what was added; `other` as for the old one."""
    return _side(edits, words, EditKind.INSERTED, prefix, other)


def changes_only(edits: Sequence[Edit], words: Words, *, prefix: str = "", context: int = 8) -> str:
    """Return the changed passages with up to `context` words on either side.

    Each is a `<div class="passage">`; "…" stands where its paragraph goes on. Empty when
    nothing changed.
    """
    edits = as_read(edits)
    changes = Changes(edits)
    pages = []
    for passage in passages(edits, context=context):
        page = _Page(words, prefix, prefix, changes)
        page.add("… " if passage.cut_before else "")
        page.write(passage.first, passage.edits)
        page.add(" …" if passage.cut_after else "")
        pages.append(f'<div class="passage">{page.html()}</div>')
    return "".join(pages)


def _side(
    edits: Sequence[Edit], words: Words, kind: EditKind, prefix: str, other: str | None
) -> str:
    edits = as_read(edits, kind)
    page = _Page(words, prefix, other, Changes(edits), shown=kind)
    page.write(0, edits)
    return page.html()


class _Page:
    """Paragraphs being written."""

    def __init__(
        self,
        words: Words,
        prefix: str,
        partner_prefix: str | None,
        changes: Changes,
        shown: EditKind | None = None,
    ) -> None:
        self.words, self.prefix, self.partner_prefix = words, prefix, partner_prefix
        self.changes, self.shown = changes, shown
        self.anchored: set[int] = set()
        self.paragraphs: list[list[str]] = [[]]

    def html(self) -> str:
        texts = ("".join(paragraph).strip() for paragraph in self.paragraphs)
        return "".join(f"<p>{text}</p>" for text in texts if text)

    def add(self, html: str) -> None:
        self.paragraphs[-1].append(html)

    def write(self, first: int, edits: Sequence[Edit]) -> None:
        numbers = self.changes.numbers[first : first + len(edits)]
        for index, (number, edit) in enumerate(zip(numbers, edits, strict=True)):
            if edit.kind is EditKind.KEPT:
                endings = endings_after(edits, index, self.shown)
                stem = endings[0].stem if endings else ""
                self.lines(edit.text.removesuffix(stem))
                if endings:
                    self.inflected(endings, numbers[index + 1])
            elif edit.stem:
                continue  # Written with its stem
            elif self.shown in (None, edit.kind):
                if number == 0:
                    self.lines(edit.text)
                elif is_blank(edit):
                    replaced = self.shown is None and number in numbers[index + 1 :]
                    self.space(edit, number, replaced=replaced)
                else:
                    self.change(edit, number)

    def lines(self, text: str) -> None:
        for index, line in enumerate(LINE_BREAK.split(text)):
            if index:
                self.paragraphs.append([])
            self.add(_escaped(line))

    def inflected(self, endings: Sequence[Edit], number: int) -> None:
        """Write a word with its endings marked, and as whole words for screen readers."""
        seen, heard = "", ""
        for edit in endings:
            tag, said = TAGS[edit.kind], self.said(edit)
            seen += f"<{tag}>{_escaped(edit.text)}</{tag}>" if edit.text else ""
            whole = f'<span class="vh">{_escaped(edit.stem + edit.text)}</span>'
            heard += f"{self.heard(said + ' ')}{whole}{self.heard(' ' + self.words.end + ' ')}"
        self.add(
            f'<span class="inflected"{self.anchor(number)}><span aria-hidden="true">'
            f"{_escaped(endings[0].stem)}{seen}</span>{heard}</span>"
        )

    def change(self, edit: Edit, number: int) -> None:
        sign = self.move_sign(edit, number)
        for index, line in enumerate(LINE_BREAK.split(edit.text)):
            if index:
                self.paragraphs.append([])
            core = line.strip()
            if not core:
                self.add(line)
                continue
            # Spaces at the border stay outside: nobody wants them struck or underlined
            start = line.index(core)
            self.add(line[:start])
            self.add(self.element(edit, number, sign + _escaped(core)))
            self.add(line[start + len(core) :])

    def space(self, edit: Edit, number: int, *, replaced: bool) -> None:
        """Show that only space changed by a small sign, not by a gap of colour."""
        breaks = LINE_BREAK.findall(edit.text)
        sign, name = ("¶", self.words.line_break) if breaks else ("␣", self.words.space)
        sign = f'<span aria-hidden="true">{sign}</span>{self.heard(name)}'
        self.add(self.element(edit, number, sign, "space"))
        if not replaced:
            self.add(" ")
            self.paragraphs.extend([] for _ in breaks)

    def element(self, edit: Edit, number: int, content: str, style: str = "") -> str:
        if edit.moved is not None:
            style = "moved"
        elif edit.renumbered:
            style = "renumbered"
        attributes = (f' class="{style}"' if style else "") + self.anchor(number)
        tag = TAGS[edit.kind]
        return (
            f"<{tag}{attributes}>{self.heard(self.said(edit) + ' ')}{content}"
            f"{self.heard(' ' + self.words.end)}</{tag}>"
        )

    def said(self, edit: Edit) -> str:
        words = self.words
        deleted = edit.kind is EditKind.DELETED
        if edit.moved is not None:
            return words.moved_from if deleted else words.moved_to
        if edit.renumbered:
            return words.old_number if deleted else words.new_number
        return words.deleted if deleted else words.inserted

    def anchor(self, number: int) -> str:
        """Return the attributes of the first element of a change; nothing for the others."""
        if number in self.anchored:
            return ""
        self.anchored.add(number)
        return f' id="{escape(self.prefix)}c{number}" data-change="{number}"'

    def heard(self, words: str) -> str:
        lang = f' lang="{escape(self.words.lang)}"' if self.words.lang else ""
        return f'<span class="vh"{lang}>{_escaped(words)}</span>'

    def move_sign(self, edit: Edit, number: int) -> str:
        """Return the arrow before a moved paragraph, a link if its other place is shown."""
        if edit.moved is None:
            return ""
        if self.partner_prefix is None:
            return '<span class="move" aria-hidden="true">↕</span> '
        deleted = edit.kind is EditKind.DELETED
        partner = self.changes.partner(edit)
        aim = f"#{escape(self.partner_prefix)}c{partner}"
        arrow = "↓" if partner > number else "↑"
        if self.partner_prefix != self.prefix:
            arrow = "→" if deleted else "←"
        name = self.words.go_to_new_place if deleted else self.words.go_to_old_place
        return (
            f'<a class="move" href="{aim}"><span aria-hidden="true">{arrow}</span>'
            f"{self.heard(name)}</a> "
        )


def _escaped(text: str) -> str:
    return escape(text.translate(CONTROLS), quote=False)
