"""A bad file is named with entry, field and fault; all faults at once; nothing is changed."""

import pytest

from amendments.content_files.strict_yaml import NotYaml, parse
from amendments.models import Topic
from tests.content.conftest import ContentFolder, everything

COURT = "amendments/2022-06/art-71-1-court.yaml"
COMMISSIONER = "amendments/2022-06/art-83-1-commissioner.yaml"
AT_COURT = f"{COURT}: art-71-1-court"
AT_COMMISSIONER = f"{COMMISSIONER}: art-83-1-commissioner"

LONG = "The court is a court of eleven judges. " * 60 + "So it sits."

CASES: dict[str, tuple[str, str, str, list[str]]] = {
    "malformed": (
        "topics/courts.yaml",
        "en: Courts",
        "en: 'Courts",
        ["topics/courts.yaml: malformed YAML: line 5, column 1: found unexpected end of stream"],
    ),
    "an unknown key": (
        COURT,
        "what_changed:",
        "what_change:",
        [f'{AT_COURT}: what_change: unknown key; did you mean "what_changed"?'],
    ),
    "a missing field": (
        COURT,
        "  certainty: high\n",
        "",
        [f"{AT_COURT}: certainty: missing"],
    ),
    "a missing English title": (
        COURT,
        "    en: A court instead of a council\n",
        "",
        [f"{AT_COURT}: title.en: missing"],
    ),
    "an unknown topic": (
        COURT,
        "topic: courts",
        "topic: court",
        [f'{AT_COURT}: topic: there is no "court" among the topics; did you mean courts?'],
    ),
    "an unknown source": (
        COURT,
        "    - source: edition_2019",
        "    - source: gazette",
        [f'{AT_COURT}: citations.1.source: there is no "gazette" among the sources'],
    ),
    "an unknown term": (
        COURT,
        "    - judge",
        "    - jugde",
        [f'{AT_COURT}: terms: there is no "jugde" among the terms; did you mean judge?'],
    ),
    "a duplicate slug in one file": (
        "terms.yaml",
        "- slug: judge",
        "- slug: constitutional-court",
        [
            f'{AT_COURT}: terms: there is no "judge" among the terms',
            "terms.yaml: constitutional-court: slug: stands twice; also in terms.yaml, line 1",
        ],
    ),
    "a duplicate slug in two files": (
        "topics/other.yaml",
        "",
        "- slug: courts\n  position: 2\n  title:\n    en: Other\n",
        [
            "topics/other.yaml: courts: belongs in the file topics/courts.yaml",
            "topics/other.yaml: courts: slug: stands twice; also in topics/courts.yaml, line 1",
        ],
    ),
    "a duplicate slug of a row": (
        COURT,
        "slug: court-is-a-parliament",
        "slug: court-is-new-everywhere",
        [f"{AT_COURT}: misconceptions.2: the same slug as in a row above"],
    ),
    "a provision amended twice by one law": (
        COMMISSIONER,
        "provision: 1995-art-83-1",
        "provision: 1995-art-71-1",
        [f"{AT_COMMISSIONER}: law, provision: the same as in art-71-1-court ({COURT})"],
    ),
    "an address given to two provisions": (
        "provisions.yaml",
        "  article: 1995-article-71\n  part: paragraph\n  paragraph: '1'\n",
        "  article: 1995-article-83-1\n  part: article\n",
        [
            "provisions.yaml: 1995-art-83-1: article, part, paragraph, subparagraph: "
            "the same as in 1995-art-71-1 (provisions.yaml)"
        ],
    ),
    "an address given to two sources": (
        "sources.yaml",
        "https://adilet.example/2022",
        "https://adilet.example/2019",
        ["sources.yaml: edition_2022: url: the same as in edition_2019 (sources.yaml)"],
    ),
    "a before equal to its after": (
        COMMISSIONER,
        "    en: ''",
        "    en: The Commissioner protects rights.",
        [f"{AT_COMMISSIONER}: after: the same as before: nothing changed"],
    ),
    "a before that differs from its after by a blank alone": (
        COMMISSIONER,
        "    en: ''",
        "    en: 'The Commissioner protects rights. '",
        [f"{AT_COMMISSIONER}: after: the same as before: nothing changed"],
    ),
    "neither a before nor an after": (
        COMMISSIONER,
        "en: The Commissioner protects rights.",
        "en: ''",
        [f"{AT_COMMISSIONER}: after.en: empty like before: there is nothing to show"],
    ),
    "a before without its after": (
        COURT,
        "    ru: Суд состоит из одиннадцати судей.\n",
        "",
        [f"{AT_COURT}: after.ru: missing: before and after come together"],
    ),
    "a change that adds in one language and amends in another": (
        COURT,
        "ru: Совет состоит из семи членов.",
        "ru: ''",
        [
            f"{AT_COURT}: before.ru: empty, but there is a text in en: a change adds, amends "
            "or repeals in every language alike"
        ],
    ),
    "a day that does not exist": (
        COURT,
        "in_force_from: 2022-06-08",
        "in_force_from: 2022-02-30",
        [
            f"{AT_COURT}: in_force_from: expected a date such as 2022-06-08, "
            "found the YAML date 2022-02-30"
        ],
    ),
    "a date in another order": (
        COURT,
        "in_force_from: 2022-06-08",
        "in_force_from: 08.06.2022",
        [
            f"{AT_COURT}: in_force_from: expected a date such as 2022-06-08, "
            'found the text "08.06.2022"'
        ],
    ),
    "a rule applied before it is in force": (
        COURT,
        "applied_from: 2023-01-01",
        "applied_from: 2022-06-07",
        [f"{AT_COURT}: applied_from: 2022-06-07 is before in_force_from, 2022-06-08"],
    ),
    "a duplicate key": (
        COURT,
        "  certainty: high",
        "  certainty: high\n  certainty: low",
        [f"{AT_COURT}: certainty: stands twice (lines 21 and 22)"],
    ),
    "a duplicate language": (
        "topics/courts.yaml",
        "    en: Courts",
        "    en: Courts\n    en: The courts",
        ["topics/courts.yaml: courts: title.en: stands twice (lines 4 and 5)"],
    ),
    "a YAML boolean as a text": (
        "topics/courts.yaml",
        "en: Courts",
        "en: yes",
        [
            "topics/courts.yaml: courts: title.en: expected a text, "
            "found the YAML boolean yes; put it in quotes"
        ],
    ),
    "a YAML boolean as a key": (
        "topics/courts.yaml",
        "    en: Courts",
        "    en: Courts\n    no: Domstoler",
        ['topics/courts.yaml: courts: title: unknown language "no"; expected one of kk, ru, en'],
    ),
    "a number as a text": (
        "articles.yaml",
        "number: '71'",
        "number: 71",
        [
            "articles.yaml: 1995-article-71: number: expected a text, "
            "found the YAML whole number 71; put it in quotes"
        ],
    ),
    "a text as a number": (
        "topics/courts.yaml",
        "position: 1",
        "position: first",
        ['topics/courts.yaml: courts: position: expected a whole number, found the text "first"'],
    ),
    "a number that is too large": (
        "topics/courts.yaml",
        "position: 1",
        "position: 99999",
        [
            "topics/courts.yaml: courts: position: "
            "expected a whole number from 0 to 32767, found 99999"
        ],
    ),
    "a choice there is not": (
        COURT,
        "certainty: high",
        "certainty: sure",
        [f'{AT_COURT}: certainty: expected one of high, medium, low; found "sure"'],
    ),
    "an address that is none": (
        "sources.yaml",
        "https://adilet.example/2022",
        "adilet.example/2022",
        ["sources.yaml: edition_2022: url: Enter a valid URL"],
    ),
    "a text that is too long": (
        "topics/courts.yaml",
        "en: Courts",
        f"en: {'x' * 121}",
        [
            "topics/courts.yaml: courts: title.en: "
            "Ensure this value has at most 120 characters (it has 121)"
        ],
    ),
    "a key without a value": (
        COURT,
        "certainty: high",
        "certainty:",
        [f"{AT_COURT}: certainty: empty; leave the key out"],
    ),
    "an empty text where none is meant": (
        COURT,
        "en: A court replaced the council.",
        "en: ''",
        [f"{AT_COURT}: what_changed.en: empty; leave the language out"],
    ),
    "a text where languages are meant": (
        COURT,
        "  what_changed:\n    en: A court replaced the council.",
        "  what_changed: A court replaced the council.",
        [
            f"{AT_COURT}: what_changed: expected a text for each language (kk, ru, en), "
            'found the text "A court replaced the council."'
        ],
    ),
    "a claim that is no field": (
        COURT,
        "claim: before",
        "claim: befor",
        [
            f'{AT_COURT}: citations.1.claim: "befor" is no field of amendments; expected one of '
            "law, provision, topic, title, in_short, before, after, what_changed, "
            "why_it_matters, who_it_touches, in_force_from, applied_from, in_force_note, "
            "what_came_later, certainty, note, key_facts, misconceptions, terms"
        ],
    ),
    "a claim cited twice from one source": (
        COURT,
        "    - source: edition_2019\n      claim: before",
        "    - source: edition_2022\n      claim: after",
        [f"{AT_COURT}: citations.2: the same source and claim as in a row above"],
    ),
    "an entry in another entry's file": (
        COURT,
        "law: 2022-06",
        "law: 2022-09",
        [
            f"{AT_COURT}: belongs in the file amendments/2022-09/art-71-1-court.yaml",
            "amendments/2022-09/art-71-1-again.yaml: art-71-1-again: law, provision: "
            f"the same as in art-71-1-court ({COURT})",
        ],
    ),
    "a file of no kind": (
        "topic/courts.yaml",
        "",
        "[]\n",
        ["topic/courts.yaml: belongs to no kind of content; is it in the right folder?"],
    ),
    "a file that is no list": (
        "topics/courts.yaml",
        "- slug: courts\n  position: 1\n  title:\n    en: Courts\n",
        "slug: courts\n",
        ["topics/courts.yaml: expected a list of entries, found a mapping"],
    ),
    "an entry that is no mapping": (
        "topics/other.yaml",
        "",
        "- courts\n",
        ['topics/other.yaml: entry 1: expected keys and values, found the text "courts"'],
    ),
    "a heading that stands in an article": (
        "provisions.yaml",
        "  section: 1995-section-6\n",
        "  article: 1995-article-71\n",
        [
            "provisions.yaml: 1995-section-6-heading: section: missing",
            "provisions.yaml: 1995-section-6-heading: article: "
            "a provision that is a heading belongs to section alone",
        ],
    ),
    "a tag that would run code": (
        "topics/courts.yaml",
        "en: Courts",
        "en: !!python/object/apply:os.system ['true']",
        [
            "topics/courts.yaml: courts: title.en: YAML tags "
            "(!!python/object/apply:os.system) are not allowed"
        ],
    ),
    "an anchor": (
        "topics/courts.yaml",
        "en: Courts",
        "en: &name Courts",
        ["topics/courts.yaml: courts: title.en: YAML anchors (&name) are not allowed"],
    ),
    "an alias": (
        "topics/courts.yaml",
        "  title:\n    en: Courts",
        "  title: &t\n    en: Courts\n  in_short: *t",
        [
            "topics/courts.yaml: courts: title: YAML anchors (&t) are not allowed",
            "topics/courts.yaml: courts: in_short: YAML aliases (*t) are not allowed",
        ],
    ),
    "a merge key": (
        "topics/courts.yaml",
        "  position: 1",
        "  <<: {position: 1}",
        [
            "topics/courts.yaml: courts: position: missing",
            "topics/courts.yaml: courts: <<: unknown key",
        ],
    ),
    "a character nobody can see": (
        "topics/courts.yaml",
        "en: Courts",
        'en: "Cou\\0rts"',
        ["topics/courts.yaml: courts: title.en: has the unprintable character U+0000"],
    ),
    "a long text in place of a list": (
        "terms.yaml",
        "- slug: judge",
        f"- >-\n    {LONG}\n- slug: judge",
        [
            "terms.yaml: entry 2: expected keys and values, found the text "
            f'"{LONG[:53]}…{LONG[-26:]}"'
        ],
    ),
    "a text of several lines in place of a choice": (
        COURT,
        "certainty: high",
        f"certainty: |\n    one\n\n    two\n    {LONG}",
        [
            f"{AT_COURT}: certainty: expected one of high, medium, low; "
            f'found "one⏎⏎two⏎{LONG[:44]}…{LONG[-25:]}⏎"'
        ],
    ),
    "a text of several lines in place of a key": (
        "topics/courts.yaml",
        "  position: 1",
        f'  position: 1\n  "{LONG[:200]}\\nmore": 1',
        [f"topics/courts.yaml: courts: {LONG[:53]}…{LONG[179:200]}⏎more: unknown key"],
    ),
    "two lines where one is meant": (
        "topics/courts.yaml",
        "en: Courts",
        'en: "Courts\\u2028and judges"',
        ["topics/courts.yaml: courts: title.en: expected a text of one line"],
    ),
    "a second document": (
        "topics/courts.yaml",
        "    en: Courts\n",
        "    en: Courts\n---\n- slug: more\n",
        ["topics/courts.yaml: expected one YAML document, found a second after ---"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_is_named_with_its_fault_and_changes_nothing(
    loaded: ContentFolder, case: str
) -> None:
    file, old, new, faults = CASES[case]
    before = everything()
    loaded.change("sources.yaml", "Edition of 2019", "The edition of 2019")  # This one is good
    if old:
        loaded.change(file, old, new)
    else:
        loaded.write(file, new)
    assert sorted(loaded.faults()) == sorted(faults)
    assert everything() == before


def test_all_faults_of_all_files_come_at_once_and_in_order(loaded: ContentFolder) -> None:
    loaded.change("topics/courts.yaml", "position: 1", "position: one")
    loaded.change(COURT, "topic: courts", "topic: cuorts")
    loaded.change(COURT, "  certainty: high\n", "  certainty: sure\n")
    loaded.change(COMMISSIONER, "in_force_from: 2022-06-08", "in_force_from: 2022-13-01")
    assert [fault.split(": ")[:3] for fault in loaded.faults()] == [
        [COURT, "art-71-1-court", "topic"],
        [COURT, "art-71-1-court", "certainty"],
        [COMMISSIONER, "art-83-1-commissioner", "in_force_from"],
        ["topics/courts.yaml", "courts", "position"],
    ]


@pytest.mark.parametrize("options", [("--overwrite",), ("--dry-run",)])
def test_no_option_lets_a_bad_file_through(loaded: ContentFolder, options: tuple[str, ...]) -> None:
    before = everything()
    loaded.change("topics/courts.yaml", "position: 1", "place: 1")
    assert loaded.faults(*options) == [
        "topics/courts.yaml: courts: position: missing",
        "topics/courts.yaml: courts: place: unknown key",
    ]
    assert everything() == before


def test_a_file_that_is_not_utf_8_is_named(loaded: ContentFolder) -> None:
    (loaded.path / "topics/courts.yaml").write_bytes("- slug: соттар".encode("cp1251"))
    assert loaded.faults()[-1] == (
        "topics/courts.yaml: expected UTF-8, found something else at byte 8"
    )


def test_a_folder_with_the_name_of_a_file_is_named(loaded: ContentFolder) -> None:
    (loaded.path / "topics/courts.yaml").unlink()
    (loaded.path / "topics/courts.yaml").mkdir()
    assert loaded.faults() == ["topics/courts.yaml: cannot be read: Is a directory"]


def test_a_file_that_cannot_be_read_is_named(loaded: ContentFolder) -> None:
    (loaded.path / "topics/courts.yaml").unlink()
    (loaded.path / "topics/courts.yaml").symlink_to("nowhere")
    assert loaded.faults() == ["topics/courts.yaml: cannot be read: No such file or directory"]


def test_an_empty_folder_is_a_fault(loaded: ContentFolder) -> None:
    (loaded.path / "nothing").mkdir()
    folder = ContentFolder(loaded.path / "nothing")
    assert folder.faults() == [f"{folder.path}: no content files here"]


def test_a_billion_laughs_are_not_laughed(loaded: ContentFolder) -> None:
    lines = ["- &a0 ha"] + [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 99)]
    loaded.write("topics/courts.yaml", "\n".join(lines))
    faults = loaded.faults()
    assert "topics/courts.yaml: entry 1: YAML anchors (&a0) are not allowed" in faults


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    """Read or refused: how deep a YAML library goes is its own affair."""
    try:
        node = parse("[" * 5_000 + "]" * 5_000)
    except NotYaml as refusal:
        assert "nesting depth" in str(refusal)
    else:
        assert node is not None
        assert node.found() == "a list"
    with pytest.raises(NotYaml):
        parse("[" * 5_000)


def test_texts_are_brought_to_one_spelling(loaded: ContentFolder) -> None:
    loaded.change("topics/courts.yaml", "en: Courts", "en: Cafe\u0301")
    loaded.load()
    assert Topic.objects.values_list("title_en", flat=True).get() == "Caf\u00e9"
    assert "1 unchanged" in loaded.load()


def test_a_date_in_quotes_is_a_date(loaded: ContentFolder) -> None:
    loaded.change(COURT, "in_force_from: 2022-06-08", "in_force_from: '2022-06-08'")
    assert "amendments: 0 created, 0 updated, 3 unchanged, 0 kept" in loaded.load()
