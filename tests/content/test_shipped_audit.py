"""The content that ships has no fault that the audit can find."""

from datetime import date

import pytest
from django.core.management import call_command

from amendments.audit import audit
from amendments.content_files import kinds, read_database
from amendments.languages import LANGUAGES
from amendments.models import Amendment, Kind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]


def test_the_audit_finds_no_fault_in_any_language(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("audit_content", languages=LANGUAGES)

    assert "No faults." in capsys.readouterr().out


def test_every_text_names_the_same_numbers_articles_and_terms_in_all_languages() -> None:
    """A term may give way to a pronoun or to a form of the word, but seldom."""
    hints = audit(read_database(kinds)).hints

    assert [str(hint) for hint in hints.get("number-missing", [])] == []
    assert [str(hint) for hint in hints.get("article-missing", [])] == []
    uses_of_terms = 4_000  # In English texts; each has two translations
    assert len(hints["other-term"]) < 0.02 * 2 * uses_of_terms


def test_the_law_of_the_referendum_is_shown_as_70_changes_in_33_articles() -> None:
    amendments = Amendment.objects.published().filter(law__slug="2022-06")

    assert amendments.count() == 70
    articles = amendments.filter(provision__article__isnull=False)
    assert articles.values("provision__article").distinct().count() == 33
    assert {kind.value: amendments.of_kind(kind).count() for kind in Kind} == {
        "amended": 56,
        "added": 12,
        "repealed": 2,
    }


def test_what_started_or_was_first_applied_later_says_so_in_data() -> None:
    amendments = Amendment.objects.filter(law__slug="2022-06")

    assert amendments.filter(in_force_from=date(2023, 1, 1)).count() == 30
    assert set(
        amendments.filter(applied_from=date(2023, 3, 19)).values_list("slug", flat=True)
    ) == {
        "art-50-2-senate-appointees",
        "art-50-3-mazhilis-98-mixed-system",
        "art-51-1-assembly-quota-ends",
    }
