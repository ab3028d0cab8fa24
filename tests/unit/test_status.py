from datetime import date

import pytest

from amendments.status import Standing, Status, status_on

JUNE = date(2022, 6, 8)
SEPTEMBER = date(2022, 9, 17)
END = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2022, 6, 7), Standing.NOT_YET),
        (date(2022, 6, 8), Standing.IN_FORCE),
        (date(2026, 6, 30), Standing.IN_FORCE),
        (date(2026, 7, 1), Standing.ENDED),
    ],
)
def test_a_rule_ends_with_its_constitution(day: date, standing: Standing) -> None:
    status = status_on(day, in_force_from=JUNE, in_force_until=END, constitution_until=END)

    assert status == Status(standing, JUNE, END, None)
    assert status.last_day == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2022, 9, 16), Standing.IN_FORCE),
        (date(2022, 9, 17), Standing.CHANGED_AGAIN),
        (date(2026, 11, 22), Standing.CHANGED_AGAIN),
    ],
)
def test_a_rule_that_another_law_rewrote_was_changed_again(day: date, standing: Standing) -> None:
    status = status_on(day, in_force_from=JUNE, in_force_until=SEPTEMBER, constitution_until=END)

    assert status.standing == standing
    assert status.last_day == date(2022, 9, 16)


def test_a_rule_without_an_end_is_in_force() -> None:
    status = status_on(
        date(2099, 1, 1), in_force_from=JUNE, in_force_until=None, constitution_until=None
    )

    assert (status.standing, status.last_day, status.is_over) == (Standing.IN_FORCE, None, False)


def test_a_first_application_counts_only_when_it_came_after_the_start() -> None:
    def applied(day: date) -> date | None:
        return status_on(
            END, in_force_from=JUNE, in_force_until=END, constitution_until=END, applied_from=day
        ).applied_from

    assert applied(date(2023, 3, 19)) == date(2023, 3, 19)
    assert applied(JUNE) is None
