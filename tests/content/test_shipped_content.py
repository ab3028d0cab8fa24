"""What ships loads, is complete, and is written as `dump_content` writes it."""

import pytest

from amendments.content_files import kinds, load, read_content
from amendments.models import Amendment
from tests.content.conftest import said


@pytest.mark.django_db
def test_what_ships_loads_and_is_dumped_without_a_difference() -> None:
    content = read_content(kinds)
    assert load(kinds, content).listed == []
    assert load(kinds, content).changed is False
    assert Amendment.objects.published().count() == len(content.entries["amendments"])
    assert said("dump_content", "--check").splitlines()[-1].startswith("0 files written")
