"""What the markup of a redline says to eyes, ears and keys."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from amendments.redline import Edit, EditKind, redline
from amendments.redline.markup import Words, after, before, changes_only, inline

WORDS = Words(
    deleted="удалено:",
    inserted="добавлено:",
    end="конец",
    moved_from="перенесено отсюда:",
    moved_to="перенесено сюда:",
    go_to_new_place="к новому месту",
    go_to_old_place="к старому месту",
    old_number="было:",
    new_number="стало:",
    space="пробел",
    line_break="новая строка",
)


class Outline(HTMLParser):
    """Tags that do not close in order, and the text that can be seen."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "p" and {"p", "ins", "del"} & set(self.open):
            self.faults.append(f"<p> within {self.open}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def seen(html: str) -> str:
    """Return the markup without what only screen readers are told."""
    return re.sub(r'<span class="vh"[^>]*>.*?</span>', "", html)


def heard(html: str) -> str:
    """Return what a screen reader reads."""
    html = re.sub(r'<span aria-hidden="true">.*?</span>', "", html)
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def test_a_replacement_is_one_change_with_one_anchor_and_words_for_screen_readers():
    assert inline(redline("the Council acts", "the Court acts"), WORDS) == (
        '<p>the <del id="c1" data-change="1"><span class="vh">удалено: </span>Council'
        '<span class="vh"> конец</span></del><ins><span class="vh">добавлено: </span>Court'
        '<span class="vh"> конец</span></ins> acts</p>'
    )


def test_hidden_words_name_their_language_where_the_text_has_another():
    words = replace(WORDS, lang="ru")

    assert '<span class="vh" lang="ru">удалено: </span>' in inline(redline("a b", "a"), words)


def test_each_side_shows_its_own_text_and_shares_the_numbers():
    edits = redline("a old b c d e f", "a new b c d e f more")

    assert seen(before(edits, WORDS, prefix="b-")) == (
        '<p>a <del id="b-c1" data-change="1">old</del> b c d e f</p>'
    )
    assert seen(after(edits, WORDS, prefix="a-")) == (
        '<p>a <ins id="a-c1" data-change="1">new</ins> b c d e f '
        '<ins id="a-c2" data-change="2">more</ins></p>'
    )


def test_a_change_over_several_lines_is_opened_again_in_each():
    edits = redline("Stays.", "Stays.\nOne.\nTwo.")

    assert seen(inline(edits, WORDS)) == (
        '<p>Stays.</p><p><ins id="c1" data-change="1">One.</ins></p><p><ins>Two.</ins></p>'
    )


def test_a_moved_paragraph_links_to_its_other_place():
    edits = redline("Short one.\nThis one is longer.", "This one is longer.\nShort one.")

    assert seen(inline(edits, WORDS)) == (
        '<p><del class="moved" id="c1" data-change="1"><a class="move" href="#c2">'
        '<span aria-hidden="true">↓</span></a> Short one.</del></p><p>This one is longer.</p>'
        '<p><ins class="moved" id="c2" data-change="2"><a class="move" href="#c1">'
        '<span aria-hidden="true">↑</span></a> Short one.</ins></p>'
    )
    assert "перенесено отсюда: " in inline(edits, WORDS)


def test_a_moved_paragraph_links_across_the_columns_or_not_at_all():
    edits = redline("Short one.\nThis one is longer.", "This one is longer.\nShort one.")

    assert '<a class="move" href="#a-c2"><span aria-hidden="true">→</span>' in before(
        edits, WORDS, prefix="b-", other="a-"
    )
    assert "href" not in before(edits, WORDS)


def test_a_renumbering_says_which_number_was_and_is():
    html = inline(redline("3) the rule", "4) the rule"), WORDS)

    assert html == (
        '<p><del class="renumbered" id="c1" data-change="1"><span class="vh">было: </span>3)'
        '<span class="vh"> конец</span></del><ins class="renumbered"><span class="vh">стало: '
        '</span>4)<span class="vh"> конец</span></ins> the rule</p>'
    )


def test_spaces_that_alone_changed_are_a_small_sign_with_a_name():
    html = inline(redline("two  spaces", "two spaces"), WORDS)

    assert seen(html) == (
        '<p>two <del class="space" id="c1" data-change="1">'
        '<span aria-hidden="true">␣</span></del> spaces</p>'
    )
    assert "пробел" in html


def test_line_breaks_that_changed_with_words_are_no_change_of_their_own():
    edits = redline("One.\nTwo goes.", "One.")

    assert seen(inline(edits, WORDS)) == (
        '<p>One.</p><p><del id="c1" data-change="1">Two goes.</del></p>'
    )


def test_text_is_escaped_and_control_characters_are_made_visible():
    html = inline([Edit(EditKind.INSERTED, "<script>&\x00")], WORDS)

    assert seen(html) == ('<p><ins id="c1" data-change="1">&lt;script&gt;&amp;\ufffd</ins></p>')


def test_only_changes_come_with_a_few_words_around_them():
    text = "one two three four five six seven eight nine ten. eleven twelve"
    edits = redline(text, text.replace("six", "SIX"))

    assert seen(changes_only(edits, WORDS, context=2)) == (
        '<div class="passage"><p>… four five <del id="c1" data-change="1">six</del>'
        "<ins>SIX</ins> seven eight …</p></div>"
    )


def test_changes_far_apart_are_passages_and_keep_their_numbers():
    text = "a b c d e f g h i j k l m n"
    edits = redline(text, text.replace("b", "B").replace("m", "M"))

    assert re.findall(r'id="(c\d)"', changes_only(edits, WORDS, context=2)) == ["c1", "c2"]
    assert changes_only(edits, WORDS, context=2).count('<div class="passage">') == 2
    assert changes_only(edits, WORDS, context=8).count('<div class="passage">') == 1


def test_the_words_around_a_change_stay_in_its_paragraph():
    edits = redline(
        "Before it.\nold words here.\nBehind it.", "Before it.\nnew words here.\nBehind it."
    )

    assert seen(changes_only(edits, WORDS)) == (
        '<div class="passage"><p><del id="c1" data-change="1">old</del><ins>new</ins>'
        " words here.</p></div>"
    )


def test_equal_texts_have_no_changed_passages():
    assert changes_only(redline("same", "same"), WORDS) == ""


def test_every_view_is_well_formed_and_no_paragraph_stands_inside_a_change():
    old = "1) a one;\n2) b two;\n\n3) c three.\r\nLast  words. End"
    new = "1) c three;\n2) a one;\n3) b 2;\nLast words.\nEnd\nMore"
    edits = redline(old, new)
    views = [view(edits, WORDS) for view in (inline, before, after, changes_only)]

    assert [(Outline(html).faults, Outline(html).open) for html in views] == [([], [])] * 4


def test_no_anchor_stands_twice_in_a_view():
    old = "1) a one;\n2) b two;\n3) c three.\nLast  words. End"
    new = "1) c three;\n2) a one;\n3) b 2;\nLast words.\nEnd\nMore"
    anchors = re.findall(r'id="([^"]+)"', inline(redline(old, new), WORDS))

    assert len(anchors) > 4
    assert sorted(anchors) == sorted(set(anchors))


def test_an_ending_is_marked_for_eyes_and_the_whole_words_are_heard():
    html = inline(redline("екі депутаттан тұрады", "екі депутаттардан тұрады"), WORDS)

    assert seen(html) == (
        '<p>екі <span class="inflected" id="c1" data-change="1"><span aria-hidden="true">депутат'
        "<del>тан</del><ins>тардан</ins></span></span> тұрады</p>"
    )
    assert heard(html) == ("екі удалено: депутаттан конец добавлено: депутаттардан конец тұрады")


def test_a_word_that_only_got_longer_is_heard_in_both_forms():
    html = inline(redline("бұл палатасы еді", "бұл палатасын еді"), WORDS)

    assert "палатасы<ins>н</ins>" in html
    assert heard(html) == "бұл удалено: палатасы конец добавлено: палатасын конец еді"


def test_each_side_marks_its_own_ending():
    edits = redline("екі депутаттан тұрады", "екі депутаттардан тұрады")

    assert "депутат<del>тан</del></span>" in before(edits, WORDS)
    assert "тардан" not in before(edits, WORDS)
    assert heard(after(edits, WORDS)) == "екі добавлено: депутаттардан конец тұрады"


def test_a_side_without_the_ending_shows_the_word_as_it_was():
    edits = redline("бұл палатасы еді", "бұл палатасын еді")

    assert before(edits, WORDS) == "<p>бұл палатасы еді</p>"


@pytest.mark.parametrize("context", [0, 1, 8])
def test_a_changed_ending_keeps_its_stem_in_the_changes_only(context: int):
    edits = redline("екі депутаттан тұрады", "екі депутаттардан тұрады")

    assert "депутат<del>тан</del><ins>тардан</ins>" in changes_only(edits, WORDS, context=context)


def test_words_that_only_look_different_are_shown_as_they_stand_on_each_side():
    edits = redline("ол бiлiм туралы екен", "ол білім туралы ма")

    assert seen(before(edits, WORDS)) == (
        '<p>ол бiлiм туралы <del id="c1" data-change="1">екен</del></p>'
    )
    assert seen(after(edits, WORDS)) == (
        '<p>ол білім туралы <ins id="c1" data-change="1">ма</ins></p>'
    )
    assert inline(redline("ол бiлiм", "ол білім"), WORDS) == "<p>ол білім</p>"
    assert changes_only(redline("ол бiлiм", "ол білім"), WORDS) == ""
