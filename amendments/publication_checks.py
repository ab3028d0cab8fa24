"""What keeps a text from being published: other modules say in `AppConfig.ready()` what to ask."""

from collections.abc import Callable, Iterable

from amendments.models import Reviewed

Check = Callable[[Reviewed], Iterable[str]]
_checks: list[Check] = []


def publication_check(check: Check) -> Check:
    """Have `approve` ask this function for faults; none may be left."""
    _checks.append(check)
    return check


def faults_of(text: Reviewed) -> list[str]:
    """Return what keeps a text from being published."""
    return [fault for check in _checks for fault in check(text)]
