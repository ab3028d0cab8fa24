"""What is wrong with the content as it stands in the database.

A check is a function that yields faults. Another app adds its own in `AppConfig.ready()`:

    @audit_check
    def every_change_has_a_question(audit: Audit) -> Iterator[Fault]:
        asked = {q["amendment"] for q in audit["questions"].values()}
        for slug in audit["amendments"].keys() - asked:
            yield Fault("amendments", slug, "", "no quiz question")
"""

from amendments.audit import content, days, in_step, languages, references, rules, sources, texts
from amendments.audit.registry import Audit, Report, audit, audit_check

__all__ = [
    "Audit",
    "Report",
    "audit",
    "audit_check",
    "content",
    "days",
    "in_step",
    "languages",
    "references",
    "rules",
    "sources",
    "texts",
]
