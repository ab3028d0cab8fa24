"""What to tell a reader about a rule on a day: the truth about a law is dated."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class Standing(Enum):
    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    CHANGED_AGAIN = "changed-again"  # Another law rewrote the provision
    ENDED = "ended"  # The whole Constitution ended


@dataclass(frozen=True)
class Status:
    """How a rule stands on a day. Days are local days in Kazakhstan (Asia/Almaty).

    `last_day` is inclusive, the day before `until`; both are None for a rule without an end.
    `applied_from` is kept only where it differs from the start.
    """

    standing: Standing
    since: date
    until: date | None
    applied_from: date | None

    @property
    def last_day(self) -> date | None:
        return self.until - timedelta(days=1) if self.until else None

    @property
    def is_over(self) -> bool:
        return self.standing in (Standing.CHANGED_AGAIN, Standing.ENDED)


def status_on(
    day: date,
    *,
    in_force_from: date,
    in_force_until: date | None,
    constitution_until: date | None,
    applied_from: date | None = None,
) -> Status:
    """Return how a rule stands on `day`.

    Both ends are exclusive: 2026-07-01 means that 30 June 2026 was the last day. A rule that
    ends with its Constitution has ended; one that ends earlier was changed again.
    """
    if day < in_force_from:
        standing = Standing.NOT_YET
    elif in_force_until is None or day < in_force_until:
        standing = Standing.IN_FORCE
    elif in_force_until == constitution_until:
        standing = Standing.ENDED
    else:
        standing = Standing.CHANGED_AGAIN
    applied_later = applied_from if applied_from and applied_from > in_force_from else None
    return Status(standing, in_force_from, in_force_until, applied_later)
