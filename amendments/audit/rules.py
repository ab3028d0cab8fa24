"""Whether each entry holds together, by the rules that its files are read by."""

from collections.abc import Iterator

from amendments.audit.registry import Audit, audit_check
from amendments.content_files import Fault


@audit_check
def every_entry_keeps_the_rules_of_its_files(audit: Audit) -> Iterator[Fault]:
    """Such as texts that fit together: what is dumped can be loaded again."""
    for name, stored in audit.stored.items():
        for slug, entry in audit[name].items():
            for rule in stored.kind.rules:
                for path, text in rule(entry):
                    yield Fault(name, slug, path, text)
