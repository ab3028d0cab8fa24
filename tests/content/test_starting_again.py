"""What `make run` does with the content when it is started again."""

import os
from pathlib import Path

import pytest
from django.core.management import CommandError

from amendments.models import Amendment, ShippedEntry, Topic
from amendments.texts import text_in
from civic.management import shipped_content
from civic.management.shipped_content import load_when_changed
from tests.content.conftest import ContentFolder

pytestmark = pytest.mark.django_db

AMENDMENT = "amendments/2022-06/art-71-1-court.yaml"


@pytest.fixture(autouse=True)
def stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shipped_content, "STAMP", tmp_path / "stamps" / "content")
    return tmp_path / "stamps" / "content"


def test_a_second_start_does_not_load_the_same_files_again(content: ContentFolder) -> None:
    assert load_when_changed(content.path)
    assert Amendment.objects.count() == 3

    assert not load_when_changed(content.path)


def test_a_changed_file_is_taken_over_at_the_next_start(content: ContentFolder) -> None:
    load_when_changed(content.path)
    topic = Topic.objects.get()
    title = str(text_in("en", topic, "title"))
    file = next(p for p in content.path.rglob("topics/*") if topic.slug in p.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace(title, f"{title}, told anew"), "utf-8")

    assert load_when_changed(content.path)
    assert str(text_in("en", Topic.objects.get(), "title")) == f"{title}, told anew"


def test_a_file_touched_or_gone_is_noticed(content: ContentFolder) -> None:
    load_when_changed(content.path)

    os.utime(content.path / AMENDMENT, (0, 0))
    assert load_when_changed(content.path)

    (content.path / AMENDMENT).unlink()
    assert load_when_changed(content.path)


def test_another_database_is_filled_although_the_files_are_the_same(
    content: ContentFolder,
) -> None:
    load_when_changed(content.path)
    Amendment.objects.all().delete()
    ShippedEntry.objects.all().delete()

    assert load_when_changed(content.path)
    assert Amendment.objects.count() == 3


def test_a_load_that_fails_is_tried_again(content: ContentFolder) -> None:
    right = content.read(AMENDMENT)
    content.write(AMENDMENT, right + "\n  nonsense")
    with pytest.raises(CommandError, match="nothing was changed"):
        load_when_changed(content.path)

    content.write(AMENDMENT, right)
    assert load_when_changed(content.path)
