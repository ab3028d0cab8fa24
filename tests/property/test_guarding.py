"""Whatever a text begins with, it comes back from a spreadsheet as it went out."""

from hypothesis import given
from hypothesis import strategies as st

from amendments.table_files.guarding import STARTS_OF_FORMULAS, guard, unguard

starts = st.text(alphabet="'=+-@\t\r\n＝ax", max_size=4)


@given(starts, st.text(max_size=5))
def test_a_guarded_text_comes_back_and_begins_no_formula(start: str, rest: str) -> None:
    text = start + rest
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(STARTS_OF_FORMULAS)
