"""Whether what is named can be seen, and whether what is there is used."""

from collections import defaultdict
from collections.abc import Iterator

from amendments.audit.registry import Audit, audit_check
from amendments.content_files import Fault


@audit_check
def nothing_published_names_what_is_not(audit: Audit) -> Iterator[Fault]:
    """Such as a published amendment of a topic that is still a draft."""
    for name, stored in audit.stored.items():
        for slug, entry in audit[name].items():
            for path, to, other in stored.kind.shape.references(entry):
                if other not in audit[to]:
                    yield Fault(name, slug, path, f'"{other}" ({to}) is not published')


@audit_check
def what_nothing_uses_is_noted(audit: Audit) -> Iterator[Fault]:
    """Adds notes, yields no faults: a source nobody cites yet does no harm."""
    used: dict[str, set[str]] = defaultdict(set)
    for name, stored in audit.stored.items():
        for entry in audit[name].values():
            for _path, to, other in stored.kind.shape.references(entry):
                used[to].add(other)
    for name in ("sources", "sections", "articles", "provisions", "topics", "terms"):
        unused = sorted(audit[name].keys() - used[name])
        if unused:
            some = ", ".join(unused[:5]) + (", …" if len(unused) > 5 else "")
            audit.notes.append(f"{name}: nothing uses {len(unused)} of them: {some}")
    return iter(())
