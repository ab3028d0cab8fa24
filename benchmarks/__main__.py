"""Gather every benchmark's rows and write docs/quality.md; fail when a demand is not met.

Run by `make bench`. Figures are ratios within one run, so that another machine can repeat them.
"""

import importlib
import os
import pkgutil
import platform
import sys
from datetime import date
from pathlib import Path

import django

import benchmarks
from benchmarks.row import Row

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs" / "quality.md"
NOT_MEASURING = {
    "__main__",
    "constant",
    "generated",
    "quiz_of_twenty",
    "request_rate",
    "row",
    "stored_answers",
}


def main(chosen: list[str]) -> int:
    """Measure all benchmarks, or those named; the others keep their last figures."""
    sections = kept_sections()
    missed = False
    for module in sorted(pkgutil.iter_modules(benchmarks.__path__), key=lambda found: found.name):
        if module.name in NOT_MEASURING or (chosen and module.name not in chosen):
            continue
        measuring = importlib.import_module(f"benchmarks.{module.name}")
        if not hasattr(measuring, "rows"):
            continue
        print(f"{module.name} …", flush=True)
        rows = list(measuring.rows())
        for row in rows:
            print(f"  {'ok  ' if row.ok else 'MISS'} {row.what}: {row.ours} ({row.ratio})")
        missed = missed or not all(row.ok for row in rows)
        summary = (measuring.__doc__ or module.name).strip().partition("\n")[0].rstrip(".")
        sections[summary] = section(rows, machine(), date.today())
        REPORT.parent.mkdir(exist_ok=True)
        REPORT.write_text(report(sections), encoding="utf-8")
    print(f"Written to {REPORT.relative_to(ROOT)}")
    return 1 if missed else 0


def kept_sections() -> dict[str, str]:
    """Read what the page says so far, by heading."""
    if not REPORT.exists():
        return {}
    _head, *parts = REPORT.read_text(encoding="utf-8").split("\n## ")
    return {title: body.strip() for title, _newline, body in (p.partition("\n") for p in parts)}


def machine() -> str:
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, Django {django.__version__}"
    )


def report(sections: dict[str, str]) -> str:
    """Return the page in Markdown: one section for each benchmark, headed by its docstring."""
    head = (
        "# Measured quality\n\n"
        "Written by `make bench`; do not edit. Each figure is taken against a reference in the "
        "same run, on real content."
    )
    parts = [f"## {title}\n\n{body}" for title, body in sorted(sections.items())]
    return "\n\n".join([head, *parts]) + "\n"


def section(rows: list[Row], machine: str, day: date) -> str:
    return "\n".join(
        [
            f"Taken on {day:%-d %B %Y}: {machine}.",
            "",
            "| what | ours | reference | ratio | demanded | met |",
            "|---|---|---|---|---|---|",
            *(line(row) for row in rows),
        ]
    )


def line(row: Row) -> str:
    cells = (row.what, row.ours, row.reference, row.ratio, row.demanded, "yes" if row.ok else "no")
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
