"""Out of date is what was made from another source than there is now, and nothing else."""

import pytest

from amendments.in_step import NONE, Basis, Standing, digest, dismissed, followed, source_of

OLD, NEW, ONE, OTHER = digest("old"), digest("new"), digest("one"), digest("other")


def test_a_translation_not_known_before_is_made_from_the_present_source() -> None:
    basis = followed(None, "en", NEW, ONE)
    assert basis == Basis("en", NEW, NEW, ONE)
    assert basis.standing is Standing.UP_TO_DATE


def test_a_later_change_of_the_source_makes_it_out_of_date_until_it_is_written_anew() -> None:
    stale = followed(followed(None, "en", OLD, ONE), "en", NEW, ONE)
    assert stale.standing is Standing.OUT_OF_DATE
    assert followed(stale, "en", NEW, ONE).standing is Standing.OUT_OF_DATE  # Saved again
    assert followed(stale, "en", NEW, OTHER).standing is Standing.UP_TO_DATE
    assert followed(stale, "en", OLD, ONE).standing is Standing.UP_TO_DATE  # Taken back


def test_both_changed_at_once_are_in_step() -> None:
    assert followed(followed(None, "en", OLD, ONE), "en", NEW, OTHER).standing is (
        Standing.UP_TO_DATE
    )


def test_a_dismissal_holds_until_the_source_changes_again() -> None:
    right = dismissed(followed(followed(None, "en", OLD, ONE), "en", NEW, ONE))
    assert right.standing is Standing.DISMISSED
    assert followed(right, "en", NEW, ONE).standing is Standing.DISMISSED
    assert followed(right, "en", digest("newer"), ONE).standing is Standing.OUT_OF_DATE
    assert followed(right, "en", NEW, OTHER).standing is Standing.UP_TO_DATE


def test_what_is_missing_is_not_out_of_date() -> None:
    missing = followed(None, "en", OLD, NONE)
    assert missing.standing is Standing.MISSING
    assert followed(missing, "en", NEW, NONE).standing is Standing.MISSING
    assert followed(missing, "en", NEW, ONE).standing is Standing.UP_TO_DATE


def test_a_source_that_is_gone_leaves_its_translation_out_of_date() -> None:
    known = followed(None, "en", OLD, ONE)
    assert followed(known, "en", NONE, ONE).standing is Standing.OUT_OF_DATE


def test_another_source_language_is_a_new_beginning() -> None:
    known = followed(None, "ru", OLD, ONE)
    assert followed(known, "kk", NEW, ONE).standing is Standing.UP_TO_DATE


def test_an_empty_text_is_told_from_none() -> None:
    assert digest(None) == NONE != digest("")
    assert digest("a") != digest("A")


@pytest.mark.parametrize(
    ("texts", "source"),
    [
        ({"kk": "a", "ru": "b"}, "kk"),
        ({"kk": None, "ru": "b"}, "ru"),
        ({"kk": "", "ru": "b"}, "kk"),
        ({"kk": None, "ru": None, "en": "c"}, ""),
    ],
)
def test_the_source_is_the_first_that_has_a_text(texts: dict[str, str | None], source: str) -> None:
    assert source_of(texts, ("kk", "ru")) == source
