"""What a redline marks, and what it leaves alone."""

import subprocess
import sys

import pytest

from amendments.redline import Edit, EditKind, WordCount, count_words, redline
from amendments.redline import alignment as redline_alignment
from amendments.redline.edits import as_read

KEPT, DELETED, INSERTED = EditKind.KEPT, EditKind.DELETED, EditKind.INSERTED


def shown(before: str, after: str) -> str:
    """Print a redline the way editors do: [-struck-] {+added+}, @1 moved, # renumbered."""
    signs = {KEPT: ("", ""), DELETED: ("[{}-", "-]"), INSERTED: ("{{{}+", "+}}")}
    text = ""
    for edit in redline(before, after):
        start, end = signs[edit.kind]
        mark = f"@{edit.moved}" if edit.moved else "#" if edit.renumbered else ""
        text += start.format(mark) + edit.text + end.format()
    return text


def test_the_kinds_have_the_values_other_programs_read():
    assert [kind.value for kind in EditKind] == ["kept", "deleted", "inserted"]


def test_equal_texts_are_one_kept_edit():
    assert redline("The same.", "The same.") == [Edit(KEPT, "The same.")]


def test_two_empty_texts_have_no_edits():
    assert redline("", "") == []


def test_an_added_provision_is_one_insertion():
    assert redline("", "1) a;\n2) b.") == [Edit(INSERTED, "1) a;\n2) b.")]


def test_a_repealed_provision_is_one_deletion():
    assert redline("1) a;\n2) b.", "") == [Edit(DELETED, "1) a;\n2) b.")]


def test_a_replaced_word_is_a_deletion_then_an_insertion():
    assert redline("applies to the Council to decide", "applies to the Court to decide") == [
        Edit(KEPT, "applies to the "),
        Edit(DELETED, "Council"),
        Edit(INSERTED, "Court"),
        Edit(KEPT, " to decide"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The penalty is set by law.", "The penalty is banned.", "is [-set by law-]{+banned+}."),
        ("laws of the Senate of Parliament", "laws of Parliament", "[-of the Senate -]of Parl"),
        ("The court acts; it rules;", "The court acts;", "acts[-; it rules-];"),
        ("We act. It may appeal. We end.", "We act. We end.", "We act. [-It may appeal. -]We end."),
        ("He acts. She may act too.", "He acts.", "He acts.[- She may act too.-]"),
        ("says “old words” often", "says “new ideas” often", "“[-old words-]{+new ideas+}”"),
    ],
)
def test_punctuation_around_a_change_stays_where_it_can(before, after, expected):
    assert expected in shown(before, after)


def test_an_insertion_is_cut_where_a_reader_would_cut():
    before = "appoints the Chairperson of the Bank and the judges"
    after = "appoints the Chairperson of the Court, the Chairperson of the Bank and the judges"

    assert shown(before, after) == (
        "appoints {+the Chairperson of the Court, +}the Chairperson of the Bank and the judges"
    )


def test_an_island_of_one_word_is_joined():
    assert shown("a b c d e", "a x c y e") == "a [-b c d-]{+x c y+} e"


def test_two_words_between_small_changes_are_no_island():
    assert shown("a b c d e f", "a x c d y f") == "a [-b-]{+x+} c d [-e-]{+y+} f"


def test_two_words_between_long_changes_are_an_island():
    start = "so many of the words stay here that it is one paragraph, changed:"
    old, new = "h i j k l m n p", "q r s t u v w x"
    before, after = f"{start} {old} of the {old}", f"{start} {new} of the {new}"

    assert shown(before, after) == (f"{start} [-{old} of the {old}-]{{+{new} of the {new}+}}")


def test_an_island_at_a_line_break_is_left_alone():
    before, after = "one two old here\nsame old three four", "one two new here\nsame new three four"

    assert shown(before, after) == ("one two [-old-]{+new+} here\nsame [-old-]{+new+} three four")


def test_a_word_between_two_commas_that_went_is_not_struck():
    assert shown("the deputy, however, may vote", "the deputy however may vote") == (
        "the deputy[-,-] however[-,-] may vote"
    )


def test_a_rewritten_paragraph_is_struck_whole_and_new_whole():
    kept = "The term is six years."
    old = "The Council consists of a Chairperson and of persons appointed by the President."
    new = "The President names, with the consent of the Senate, whoever is to chair the Council."

    assert redline(f"{kept}\n{old}\n{kept}", f"{kept}\n{new}\n{kept}") == [
        Edit(KEPT, f"{kept}\n"),
        Edit(DELETED, old),
        Edit(INSERTED, new),
        Edit(KEPT, f"\n{kept}"),
    ]


def test_a_sentence_kept_in_a_rewritten_paragraph_is_not_struck():
    kept = "No one may be elected President of the Republic more than once in a lifetime."
    before = f"{kept} {' '.join(f'old{n}' for n in range(40))}"
    after = f"{kept} {' '.join(f'new{n}' for n in range(40))}"

    assert redline(before, after)[0] == Edit(KEPT, f"{kept} ")


def test_a_rewritten_list_item_keeps_its_number():
    assert shown("1) old words here;\n2) last.", "1) new text stands;\n2) last.") == (
        "1) [-old words here;-]{+new text stands;+}\n2) last."
    )


def test_a_paragraph_that_was_split_shows_only_the_break():
    assert redline("It acts. It rules.", "It acts.\nIt rules.") == [
        Edit(KEPT, "It acts."),
        Edit(DELETED, " "),
        Edit(INSERTED, "\n"),
        Edit(KEPT, "It rules."),
    ]


def test_a_paragraph_that_moved_down_is_marked_at_both_places():
    before = "First things come first.\nThe second paragraph is longer by far.\nThird."
    after = "The second paragraph is longer by far.\nThird.\nFirst things come first."

    moved = [edit for edit in redline(before, after) if edit.moved]

    assert moved == [
        Edit(DELETED, "First things come first.", moved=1),
        Edit(INSERTED, "First things come first.", moved=1),
    ]


def test_a_paragraph_that_moved_up_is_marked_at_both_places():
    before = "The first paragraph is longer by far.\nSecond things."
    after = "Second things.\nThe first paragraph is longer by far."

    moved = [edit for edit in redline(before, after) if edit.moved]

    assert moved == [
        Edit(INSERTED, "Second things.", moved=1),
        Edit(DELETED, "Second things.", moved=1),
    ]


def test_two_moves_have_numbers_of_their_own():
    stays = "This is what stays in the middle, being long."
    edits = redline(f"Alpha one.\nBeta two.\n{stays}", f"{stays}\nBeta two.\nAlpha one.")

    marks = [(edit.text, edit.moved) for edit in edits if edit.moved and edit.kind is DELETED]
    places = {edit.moved: edit.text for edit in edits if edit.moved and edit.kind is INSERTED}

    assert marks == [("Alpha one.", 1), ("Beta two.", 2)]
    assert places == {1: "Alpha one.", 2: "Beta two."}


def test_a_list_item_that_moved_is_no_less_moved_for_its_new_number_and_mark():
    before, after = "1) aa;\n2) bb;\n3) cc.", "1) cc;\n2) aa;\n3) bb."

    assert shown(before, after) == (
        "{@1+1) cc;+}{+\n+}[#-1)-]{#+2)+} aa;\n[#-2)-]{#+3)+} bb[-;-]{+.+}[-\n-][@1-3) cc.-]"
    )


def test_numbers_that_shift_when_an_item_goes_are_renumbered_not_changed():
    before, after = "1) aa;\n2) bb;\n3) cc", "1) aa;\n2) cc"

    assert shown(before, after) == "1) aa;[-\n2) bb;-]\n[#-3)-]{#+2)+} cc"
    assert count_words(redline(before, after)) == WordCount(removed=1, added=0)


def test_numbers_that_shift_when_an_item_comes_are_renumbered_not_changed():
    before, after = "1) aa;\n2) cc", "1) aa;\n2) bb;\n3) cc"

    assert shown(before, after) == "1) aa;{+\n2) bb;+}\n[#-2)-]{#+3)+} cc"
    assert count_words(redline(before, after)) == WordCount(removed=0, added=1)


def test_an_item_added_first_comes_before_the_numbers_it_shifts():
    assert shown("1) aa;\n2) bb", "1) new;\n2) aa;\n3) bb") == (
        "{+1) new;\n+}[#-1)-]{#+2)+} aa;\n[#-2)-]{#+3)+} bb"
    )


@pytest.mark.parametrize(
    ("old", "new"), [("3)", "4)"), ("2.", "2-1."), ("а)", "б)"), ("(1)", "(2)"), ("VI.", "VII.")]
)
def test_every_list_style_is_renumbered(old, new):
    assert redline(f"{old} the deputies vote", f"{new} the deputies vote") == [
        Edit(DELETED, old, renumbered=True),
        Edit(INSERTED, new, renumbered=True),
        Edit(KEPT, " the deputies vote"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("3-тармақ. Сот шешеді.", "4-тармақ. Сот шешеді.", "[#-3-]{#+4+}-тармақ. Сот шешеді."),
        ("3-тармақ\nСот шешеді.", "5-тармақ\nСот шешеді.", "[#-3-]{#+5+}-тармақ\nСот шешеді."),
        ("3) тармақша сот", "4) тармақша сот", "[#-3)-]{#+4)+} тармақша сот"),
        ("2-1-тармақша: сот", "2-2-тармақша: сот", "[#-2-1-]{#+2-2+}-тармақша: сот"),
        ("III бөлім\nСот", "IV бөлім\nСот", "[#-III-]{#+IV+} бөлім\nСот"),
        ("Пункт 3. Суд решает.", "Пункт 4. Суд решает.", "Пункт [#-3-]{#+4+}. Суд решает."),
        ("пункт 3 Суд решает", "пункт 3-1 Суд решает", "пункт [#-3-]{#+3-1+} Суд решает"),
        ("подпункт 3) суд решает", "подпункт 4) суд решает", "подпункт [#-3)-]{#+4)+} суд решает"),
        ("Раздел VI. Суд", "Раздел VII. Суд", "Раздел [#-VI-]{#+VII+}. Суд"),
        ("Article 3. It acts.", "Article 4. It acts.", "Article [#-3-]{#+4+}. It acts."),
        (
            "sub-paragraph (3) it acts",
            "sub-paragraph (4) it acts",
            "sub-paragraph [#-(3)-]{#+(4)+} it",
        ),
        ("4.1. It acts", "4.2. It acts", "[#-4.1.-]{#+4.2.+} It acts"),
    ],
)
def test_numbers_are_renumbered_in_the_list_styles_of_every_language(before, after, expected):
    assert expected in shown(before, after)
    assert count_words(redline(before, after)) == WordCount(removed=0, added=0)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("пункт 3 статьи 5 действует", "пункт 4 статьи 5 действует"),
        ("подпункт 3) пункта 2 действует", "подпункт 4) пункта 2 действует"),
        ("3-тармақтың күші жойылды", "4-тармақтың күші жойылды"),
        ("3-тармақ бойынша шешеді", "4-тармақ бойынша шешеді"),
        ("paragraph 3 of the article applies", "paragraph 4 of the article applies"),
    ],
)
def test_the_number_of_another_provision_is_a_word_that_changed(before, after):
    assert not any(edit.renumbered for edit in redline(before, after))
    assert count_words(redline(before, after)) == WordCount(removed=1, added=1)


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        (["Сот шешеді.", "Сенат келіседі.", "Палата қарайды."], "{}-тармақ. "),
        (["Суд решает.", "Сенат соглашается.", "Палата рассматривает."], "Пункт {}. "),
        (["суд решает;", "сенат соглашается;", "палата рассматривает;"], "подпункт {}) "),
        (["сот шешеді;", "сенат келіседі;", "палата қарайды;"], "{}) "),
        (["The court rules.", "The Senate agrees.", "The chamber reads."], "Paragraph {}. "),
    ],
)
def test_an_item_that_went_shifts_the_numbers_of_the_others_and_one_that_moved_is_moved(
    items, numbers
):
    def listed(chosen):
        return "\n".join(numbers.format(at) + item for at, item in enumerate(chosen, start=1))

    gone = redline(listed(items), listed([items[0], items[2]]))
    moved = redline(listed(items), listed([items[2], items[0], items[1]]))

    assert [edit.text.strip(".)") for edit in gone if edit.renumbered] == ["3", "2"]
    words = len(items[1].split())
    label = len([word for word in numbers.split() if not word.startswith("{}")])
    assert count_words(gone).added == 0
    assert words <= count_words(gone).removed <= words + label + 1
    assert count_words(moved) == WordCount(removed=0, added=0)
    assert {edit.kind for edit in moved if edit.moved} == {DELETED, INSERTED}


def test_a_last_item_that_went_leaves_the_full_stop_to_the_one_before():
    assert shown("1) aa;\n2) bb;\n3) cc.", "1) aa;\n2) bb.") == "1) aa;\n2) bb[-;\n3) cc-]."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("two  spaces", "two spaces", "two [- -]spaces"),
        ("no\u00a0break", "no break", "no[-\u00a0-]{+ +}break"),
        ("a – b", "a - b", "a [-–-]{+-+} b"),
        ("«a» b", '"a" b', '[-«-]{+"+}a[-»-]{+"+} b'),
        ("one\r\ntwo", "one\ntwo", "one[-\r\n-]{+\n+}two"),
        ("ends\n", "ends", "ends[-\n-]"),
        ("one\n\n\ntwo", "one\n\ntwo", "one\n[-\n-]\ntwo"),
    ],
)
def test_spaces_dashes_quotes_and_breaks_are_never_ignored(before, after, expected):
    assert shown(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"), [("cafe\u0301 au lait", "cafe au lait"), ("20-шы бап", "21-ші бап")]
)
def test_a_word_is_never_cut(before, after):
    old, new = before.split(" ")[0], after.split(" ")[0]

    assert redline(before, after)[:2] == [Edit(DELETED, old), Edit(INSERTED, new)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "екі депутаттан тұрады",
            "екі депутаттардан тұрады",
            "екі депутат[-тан-]{+тардан+} тұрады",
        ),
        ("Кеңес Кеңестің мүшесі", "Кеңес Соттың мүшесі", "Кеңес [-Кеңестің-]{+Соттың+} мүшесі"),
        ("бұл палатасы еді", "бұл палатасын еді", "бұл палатасы{+н+} еді"),
        ("орган избираемый ими", "орган избираемые ими", "орган избираем[-ый-]{+ые+} ими"),
        ("по Республики год", "по Республике год", "по Республик[-и-]{+е+} год"),
        ("the deputies vote", "the deputy vote", "the [-deputies-]{+deputy+} vote"),
        ("the members vote", "the member vote", "the member[-s-] vote"),
        ("бұл президент бар", "бұл президиум бар", "бұл [-президент-]{+президиум+} бар"),
        ("та партия идёт", "та партнёр идёт", "та [-партия-]{+партнёр+} идёт"),
        ("the national law", "the nationwide law", "the [-national-]{+nationwide+} law"),
        ("in 2022 only", "in 2023 only", "in [-2022-]{+2023+} only"),
        ("бұл 2022-жылы бар", "бұл 2022-жылғы бар", "бұл [-2022-жылы-]{+2022-жылғы+} бар"),
        ("при суда суд", "при судей суд", "при [-суда-]{+судей+} суд"),
    ],
)
def test_of_a_word_in_another_form_the_stem_is_kept(before, after, expected):
    assert shown(before, after) == expected


def test_a_stem_within_a_rewritten_passage_is_no_island():
    before = "Сенат палата депутаттан сот заң"
    after = "Сенат кеңес депутаттардан бап заң"

    assert shown(before, after) == (
        "Сенат [-палата депутаттан сот-]{+кеңес депутаттардан бап+} заң"
    )


@pytest.mark.parametrize(
    ("latin", "cyrillic"), [("бiлiм", "білім"), ("cот", "сот"), ("əкім", "әкім"), ("a", "а")]
)
def test_letters_that_only_look_alike_are_marked_and_counted_as_no_change(latin, cyrillic):
    edits = redline(f"ол {latin} туралы", f"ол {cyrillic} туралы")

    assert edits == [
        Edit(KEPT, "ол "),
        Edit(DELETED, latin, look_alike=True),
        Edit(INSERTED, cyrillic, look_alike=True),
        Edit(KEPT, " туралы"),
    ]
    assert as_read(edits) == [Edit(KEPT, f"ол {cyrillic} туралы")]
    assert count_words(edits) == WordCount(removed=0, added=0)


def test_a_stem_in_other_letters_is_not_kept():
    edits = redline("ол бiлiм туралы", "ол білімді туралы")

    assert shown("ол бiлiм туралы", "ол білімді туралы") == "ол [-бiлiм-]{+білімді+} туралы"
    assert count_words(edits) == WordCount(removed=1, added=1)


def test_texts_too_long_to_compare_are_shown_as_rewritten(monkeypatch):
    monkeypatch.setattr(redline_alignment, "MOST_CELLS", 3)

    assert shown("all the same a b c", "all the same d b e") == ("all the same [-a b c-]{+d b e+}")


@pytest.mark.parametrize(
    ("before", "after", "removed", "added"),
    [
        ("a b c", "a x y c", 1, 2),
        ("the law-making deputy’s vote", "the vote", 2, 0),
        ("1) aa;\n2) bb;\n3) cc", "1) aa", 2, 0),
        ("one thing.\nand a second one here", "and a second one here\none thing.", 0, 0),
        ("a, b", "a b", 0, 0),
        ("", "Жоғарғы Сот – сот", 0, 3),
        ("екі депутаттан тұрады", "екі депутаттардан тұрады", 1, 1),
        ("бұл палатасы еді", "бұл палатасын еді", 1, 1),
        ("бұл палатасын еді", "бұл палатасы еді", 1, 1),
    ],
)
def test_words_are_counted_and_moves_and_numbers_are_not(before, after, removed, added):
    assert count_words(redline(before, after)) == WordCount(removed=removed, added=added)


def test_a_word_changed_in_part_counts_once():
    edits = [Edit(KEPT, "Кеңес"), Edit(DELETED, "ке"), Edit(INSERTED, "пен"), Edit(KEPT, " бірге")]

    assert count_words(edits) == WordCount(removed=1, added=1)


def test_the_engine_needs_no_django():
    script = (
        "import sys, amendments.redline.markup;"
        "print([name for name in sys.modules if name.split('.')[0] == 'django'])"
    )
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


def test_a_latin_word_among_cyrillic_ones_is_still_a_latin_word() -> None:
    """No ending of it is marked, and the marks beside it belong to its change."""
    assert [
        (edit.kind, edit.text) for edit in redline("Слово deputy. Да", "Слово deputies, Да")
    ] == [
        (KEPT, "Слово "),
        (DELETED, "deputy."),
        (INSERTED, "deputies,"),
        (KEPT, " Да"),
    ]
