"""What docs/api.md tells one to type, typed: each example against the site with what ships."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from civic.api_docs import GUIDE, LOCAL

EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
PYTHON = [code for language, code in EXAMPLES if language == "python"]
SHELL = [code for language, code in EXAMPLES if language == "sh"]

SAID = [
    r"33 articles: 4 6 15 23 .* 83-1 .* 99\n",
    r"(?s)Мақала|Статья|Article 4.*\((ru|kk|en), \w+\):\n.+\nin-force until 2023-01-01",
    r"(?s).+<del>Council</del><ins>Court</ins>.+",
    r"unchanged\n",
    r"(?s).+\na .+\n(right|wrong: .+)\n.+",
]


@pytest.mark.parametrize("number", range(len(SAID)))
def test_the_python_of_the_guide_says_what_it_promises(
    shipped_site: str, number: int, tmp_path: Path
) -> None:
    said = run([sys.executable, "-c", PYTHON[number].replace(LOCAL, shipped_site)], tmp_path)

    assert re.search(SAID[number], said)


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl found")
def test_the_commands_of_the_guide_are_answered(shipped_site: str, tmp_path: Path) -> None:
    said = [
        run(
            [
                "sh",
                "-e",
                "-c",
                commands.replace(LOCAL, shipped_site).replace("curl ", "curl -sSf "),
            ],
            tmp_path,
        )
        for commands in SHELL
    ]

    assert '"count":33' in said[0]
    assert '"article":"4"' in said[1]
    assert '"kind":"inserted"' in said[2]
    assert said[3].startswith("304")
    assert '"takes":"one"' in said[4]


def test_the_guide_has_five_things_each_for_both() -> None:
    assert len(PYTHON) == len(SHELL) == len(SAID) == 5


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(  # noqa: S603 - our own examples
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
