from datetime import date

import pytest
from django.core.management import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amendments.freshness import freshness
from amendments.models import (
    Amendment,
    Article,
    Citation,
    Misconception,
    PublicChange,
    Section,
    ShippedEntry,
    Source,
    Term,
    Topic,
)
from tests.content.conftest import ContentFolder, everything, said

AMENDMENT = "amendments/2022-06/art-71-1-court.yaml"


def counts(output: str) -> dict[str, str]:
    """The closing counts, without the kinds of which the sample has none."""
    lines = [line.split(": ", 1) for line in output.splitlines()]
    nothing = "0 created, 0 updated, 0 unchanged, 0 kept"
    return {
        kind: rest
        for kind, rest in lines
        if rest.replace("would be ", "") != nothing and "created" in rest
    }


def changed(output: str) -> dict[str, str]:
    return {
        kind: rest
        for kind, rest in counts(output).items()
        if not rest.replace("would be ", "").startswith("0 created, 0 updated")
        or not rest.endswith(" 0 kept")
    }


@pytest.mark.django_db
def test_loading_says_how_many_entries_of_each_kind_it_created(content: ContentFolder) -> None:
    assert counts(content.load()) == {
        "sources": "2 created, 0 updated, 0 unchanged, 0 kept",
        "constitutions": "1 created, 0 updated, 0 unchanged, 0 kept",
        "sections": "2 created, 0 updated, 0 unchanged, 0 kept",
        "articles": "2 created, 0 updated, 0 unchanged, 0 kept",
        "provisions": "3 created, 0 updated, 0 unchanged, 0 kept",
        "laws": "2 created, 0 updated, 0 unchanged, 0 kept",
        "topics": "1 created, 0 updated, 0 unchanged, 0 kept",
        "terms": "2 created, 0 updated, 0 unchanged, 0 kept",
        "amendments": "3 created, 0 updated, 0 unchanged, 0 kept",
    }


def test_what_the_files_say_is_in_the_database(loaded: ContentFolder) -> None:
    amendment = Amendment.objects.get(slug="art-71-1-court")
    assert amendment.title_kk == "Конституциялық Сот"  # type: ignore[attr-defined]
    assert amendment.title_ru is None  # type: ignore[attr-defined]
    assert amendment.before_kk is None  # type: ignore[attr-defined]
    assert amendment.after_en == (  # type: ignore[attr-defined]
        "The Court has eleven judges, among them the Chair and the Deputy Chair of the Court."
        "\n\nIt is independent."
    )
    assert amendment.applied_from == date(2023, 1, 1)
    assert [fact.text_en for fact in amendment.key_facts.all()] == [  # type: ignore[attr-defined]
        "There are eleven judges.",
        "The court began in 2023.",
    ]
    assert [(c.source.slug, c.claim) for c in amendment.citations.all()] == [
        ("edition_2019", "before"),
        ("edition_2022", "after"),
        ("edition_2022", ""),
    ]
    assert sorted(term.slug for term in amendment.terms.all()) == ["constitutional-court", "judge"]
    assert Term.objects.get(slug="constitutional-court").also_kk == "КС\nсот"  # type: ignore[attr-defined]
    assert Amendment.objects.get(slug="art-83-1-commissioner").before_en == ""  # type: ignore[attr-defined]
    assert Article.objects.get(number="83-1").position == 831


def test_what_ships_is_published_without_author_or_approver(loaded: ContentFolder) -> None:
    ours = Amendment.objects.filter(state="published", author=None, approver=None)
    assert ours.count() == Amendment.objects.count() == 3


def test_the_history_names_the_command_as_the_reason(loaded: ContentFolder) -> None:
    history = Amendment.history.filter(slug="art-83-1-commissioner")  # type: ignore[attr-defined]
    assert [(row.history_type, row.history_change_reason) for row in history] == [
        ("+", "load_content")
    ]


def test_loading_again_changes_nothing(loaded: ContentFolder) -> None:
    before = everything()
    output = loaded.load()
    assert everything() == before
    assert changed(output) == {}
    assert counts(output)["amendments"] == "0 created, 0 updated, 3 unchanged, 0 kept"


def test_only_what_differs_is_saved(loaded: ContentFolder) -> None:
    before = everything()
    loaded.change(AMENDMENT, "The court began in 2023.", "The court began on 1 January 2023.")
    assert changed(loaded.load()) == {"amendments": "0 created, 1 updated, 2 unchanged, 0 kept"}
    after = everything()
    assert {label for label in after if after[label] != before[label]} == {
        "amendments.KeyFact",
        "amendments.HistoricalKeyFact",
        "amendments.ShippedEntry",
        "amendments.PublicChange",
        "amendments.SearchEntry",  # What is changed is found by its new words at once
        "amendments.SearchWord",
        "amendments.TranslationBasis",  # So that its translations know
    }
    facts = Amendment.objects.get(slug="art-71-1-court").key_facts.all()
    assert [fact.pk for fact in facts] == [row["id"] for row in before["amendments.KeyFact"]]


def test_rows_with_a_slug_keep_their_keys_when_they_change_places(loaded: ContentFolder) -> None:
    first, second = Misconception.objects.values_list("pk", flat=True)
    text = loaded.read(AMENDMENT)
    start, end = text.index("    - slug: court-is-new"), text.index("    - slug: court-is-a-p")
    one, other = text[start:end], text[end : text.index("  terms:")]
    loaded.write(AMENDMENT, text.replace(one + other, other + one))
    loaded.load()
    assert list(Misconception.objects.values_list("pk", flat=True)) == [second, first]


def test_what_left_the_entry_leaves_the_database(loaded: ContentFolder) -> None:
    loaded.change(AMENDMENT, "    - judge\n", "")
    loaded.change(AMENDMENT, "    - source: edition_2019\n      claim: before\n", "")
    loaded.change(AMENDMENT, "  applied_from: 2023-01-01\n", "")
    loaded.load()
    amendment = Amendment.objects.get(slug="art-71-1-court")
    assert [term.slug for term in amendment.terms.all()] == ["constitutional-court"]
    assert amendment.citations.count() == 2
    assert amendment.applied_from is None


def test_one_public_change_is_noted_for_a_load_and_none_if_nothing_changed(
    loaded: ContentFolder,
) -> None:
    seen = freshness()
    loaded.load()
    assert freshness() == seen
    loaded.change("topics/courts.yaml", "en: Courts", "en: The courts")
    loaded.change("terms.yaml", "en: judge", "en: a judge")
    with CaptureQueriesContext(connection) as queries:
        loaded.load()
    table = PublicChange._meta.db_table
    assert sum(f'UPDATE "{table}"' in query["sql"] for query in queries.captured_queries) == 1
    assert freshness() != seen


def test_entries_may_swap_what_only_one_may_have(loaded: ContentFolder) -> None:
    loaded.change("sections.yaml", "number: VI\n  position: 6", "number: X\n  position: 9")
    loaded.change("sections.yaml", "number: VII\n  position: 7", "number: VI\n  position: 6")
    loaded.change("sections.yaml", "number: X\n  position: 9", "number: VII\n  position: 7")
    assert changed(loaded.load()) == {"sections": "0 created, 2 updated, 0 unchanged, 0 kept"}
    sections = Section.objects.order_by("slug").values_list("slug", "number", "position")
    assert list(sections) == [("1995-section-6", "VII", 7), ("1995-section-7", "VI", 6)]


def test_an_entry_may_take_the_place_that_a_later_one_leaves(loaded: ContentFolder) -> None:
    loaded.change("sections.yaml", "number: VII\n  position: 7", "number: VIII\n  position: 8")
    loaded.change("sections.yaml", "number: VI\n  position: 6", "number: VII\n  position: 7")
    loaded.load()
    sections = Section.objects.order_by("slug").values_list("number", "position")
    assert list(sections) == [("VII", 7), ("VIII", 8)]


def test_an_entry_the_database_refuses_is_named_and_nothing_is_changed(
    loaded: ContentFolder,
) -> None:
    Source.objects.create(slug="an_editors", publisher="P", url="https://adilet.example/new")
    before = everything()
    loaded.change("sources.yaml", "https://adilet.example/2019", "https://adilet.example/new")
    loaded.change("topics/courts.yaml", "en: Courts", "en: The courts")
    [fault] = loaded.faults()
    assert fault.startswith("sources.yaml: edition_2019: the database refuses it (")
    assert everything() == before


def test_loading_what_is_unchanged_costs_the_same_for_any_number_of_entries(
    loaded: ContentFolder,
) -> None:
    with CaptureQueriesContext(connection) as few:
        loaded.load()
    for number in range(3):
        text = loaded.read("amendments/2022-06/art-83-1-commissioner.yaml")
        text = text.replace("art-83-1-commissioner", f"commissioner-{number}")
        text = text.replace("provision: 1995-art-83-1", f"provision: p-{number}")
        text += f"  key_facts:\n    - en: A fact, {number}.\n  terms:\n    - judge\n"
        loaded.write(f"amendments/2022-06/commissioner-{number}.yaml", text)
        loaded.write(
            "provisions.yaml",
            loaded.read("provisions.yaml")
            + f"- slug: p-{number}\n  article: 1995-article-71\n  part: subparagraph\n"
            f"  paragraph: '{number}'\n  position: {number}\n",
        )
    loaded.load()
    with CaptureQueriesContext(connection) as many:
        output = loaded.load()
    assert counts(output)["amendments"] == "0 created, 0 updated, 6 unchanged, 0 kept"
    assert len(many) == len(few)


def test_a_dry_run_says_what_would_be_done_and_does_nothing(loaded: ContentFolder) -> None:
    loaded.change(AMENDMENT, "A court replaced the council.", "The council went.")
    loaded.write("topics/rights.yaml", "- slug: rights\n  position: 2\n  title:\n    en: Rights\n")
    before = everything()
    output = loaded.load("--dry-run")
    assert everything() == before
    assert changed(output) == {
        "topics": "1 would be created, 0 would be updated, 1 unchanged, 0 kept",
        "amendments": "0 would be created, 1 would be updated, 2 unchanged, 0 kept",
    }


@pytest.mark.django_db
def test_a_first_dry_run_leaves_an_empty_database_empty(content: ContentFolder) -> None:
    before = everything()
    content.load("--dry-run")
    assert everything() == before
    assert ShippedEntry.objects.count() == Citation.objects.count() == Topic.objects.count() == 0


def test_a_folder_that_does_not_exist_is_refused() -> None:
    with pytest.raises(CommandError, match=r"^nowhere is no folder\.$"):
        said("load_content", "--folder=nowhere")


@pytest.mark.django_db
def test_quietly_means_quietly(content: ContentFolder) -> None:
    assert content.load("--verbosity=0") == ""
    assert Topic.objects.count() == 1
