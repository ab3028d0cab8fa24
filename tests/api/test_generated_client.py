"""A client that a generator makes of the OpenAPI document reads the answers, and reads well."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from civic.api_docs import DOCUMENT
from tests.api.asking import get

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]

NAME = "ata_zan_client"
CONFIG = f"package_name_override: {NAME}\npost_hooks: []\n"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("client")
    (folder / "config.yaml").write_text(CONFIG)
    subprocess.run(  # noqa: S603 - our own document
        [
            *(sys.executable, "-m", "openapi_python_client", "generate", "--fail-on-warning"),
            *("--path", str(DOCUMENT), "--config", "config.yaml", "--meta", "none"),
        ],
        cwd=folder,
        check=True,
        timeout=120,
    )
    sys.path.insert(0, str(folder))
    yield importlib.import_module(f"{NAME}.models")
    sys.path.remove(str(folder))


def test_the_client_reads_a_list_and_its_enums_and_days(client: Client, models: Any) -> None:
    page = models.PageOfListedAmendment.from_dict(get(client, "amendments/", law="2022-06"))
    first = page.results[0]

    assert page.count == 70
    assert first.kind == models.KindOfChange.AMENDED
    assert first.in_force_from.isoformat() == "2023-01-01"
    assert first.language == models.Language.EN
    assert first.status.standing == models.Standing.ENDED


@pytest.mark.parametrize(
    ("model", "address"),
    [
        ("Amendment", "amendments/art-4-1-constitutional-court-rulings/"),
        ("Redline", "amendments/art-4-1-constitutional-court-rulings/redline/"),
        ("Article", "articles/1995-article-4/"),
        ("Referendum", "referendums/2022-06/"),
        ("PageOfListedVoice", "voices/"),
        ("PageOfListedQuestion", "questions/"),
        ("Institution", "institutions/constitutional-court/"),
    ],
)
def test_what_the_client_has_read_it_writes_back_unchanged(
    client: Client, models: Any, model: str, address: str
) -> None:
    answer = get(client, address)

    assert getattr(models, model).from_dict(answer).to_dict() == answer
