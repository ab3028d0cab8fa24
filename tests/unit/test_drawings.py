"""The drawings are exact: one dot for each seat, and none over another."""

from itertools import combinations
from math import atan2, dist

import pytest

from amendments.drawings.dots import PITCH, Dot, Frame, path, row, row_frame
from amendments.drawings.hemicycle import half_ring, hemicycle, rays
from amendments.drawings.lanes import guides, hop_frame, hops
from amendments.drawings.strip import links, strip

CHAMBERS = [[98, 9], [69, 29], [145], [1], [2, 1], [0, 5], [300, 200, 150]]


def nearest(dots: list[Dot]) -> float:
    return min(dist((a.x, a.y), (b.x, b.y)) for a, b in combinations(dots, 2))


def all_of(groups: list[list[Dot]]) -> list[Dot]:
    return [dot for group in groups for dot in group]


def holds(frame: Frame, dot: Dot) -> bool:
    half = PITCH // 2
    return (
        frame.left <= dot.x - half
        and dot.x + half <= frame.left + frame.width
        and frame.top <= dot.y - half
        and dot.y + half <= frame.top + frame.height
    )


@pytest.mark.parametrize("counts", CHAMBERS)
def test_a_hemicycle_seats_each_group_in_full_and_inside_its_frame(counts: list[int]) -> None:
    seating = hemicycle(counts)

    assert [len(group) for group in seating.groups] == counts
    assert [dot for dot in all_of(seating.groups) if not holds(seating.frame(), dot)] == []


@pytest.mark.parametrize("counts", [c for c in CHAMBERS if sum(c) > 1])
def test_no_seat_of_a_hemicycle_covers_another(counts: list[int]) -> None:
    assert nearest(all_of(hemicycle(counts).groups)) >= PITCH * 0.9


def test_the_groups_of_a_hemicycle_are_wedges_from_left_to_right() -> None:
    left, right = ([atan2(-dot.y, -dot.x) for dot in group] for group in hemicycle([69, 29]).groups)

    assert max(left) <= min(right) + 0.02  # Whole units bend an angle a little


def test_a_hemicycle_is_the_same_on_both_sides() -> None:
    (seats,) = hemicycle([107]).groups

    assert {(dot.x, dot.y) for dot in seats} == {(-dot.x, dot.y) for dot in seats}


def test_more_seats_make_a_larger_hemicycle_and_the_middle_stays_open() -> None:
    smaller, larger, largest = (hemicycle([n]) for n in (98, 107, 145))

    assert smaller.radius < larger.radius < largest.radius
    for seating in (smaller, larger, largest):
        inner = min(dist((0, 0), (dot.x, dot.y)) for dot in seating.groups[0])
        assert inner >= seating.radius * 0.47


def test_two_seatings_can_share_one_frame() -> None:
    small, large = hemicycle([98]), hemicycle([145])

    assert small.frame(large.radius) == large.frame()


def test_a_half_ring_keeps_groups_apart_and_neighbours_together() -> None:
    chair, four, three, others = half_ring([1, 4, 3, 3], 0.8).groups

    assert (chair[0].y, others[-1].y) == (0, 0)
    assert PITCH * 0.9 <= nearest(four) <= PITCH
    assert dist((four[-1].x, four[-1].y), (three[0].x, three[0].y)) > PITCH * 1.5


def test_a_half_ring_of_one_stands_in_the_middle() -> None:
    assert half_ring([1]).groups == [[Dot(0, -PITCH)]]


def test_an_empty_group_takes_no_room() -> None:
    assert half_ring([2, 0, 2], 0.5).groups[2] == half_ring([2, 2], 0.5).groups[1]
    assert strip([3, 0, 2]).groups[2] == strip([3, 2]).groups[1]
    assert strip([]).width == 0


def test_a_ray_goes_from_a_dot_towards_the_middle_and_stops_before_it() -> None:
    assert rays([Dot(-100, 0), Dot(0, -100)], 60) == "M-100 0L-60 0M0 -100L0 -60"


def test_a_strip_sets_members_two_by_two() -> None:
    seats = strip([34, 15])
    regions, named = seats.groups

    assert (len(regions), len(named)) == (34, 15)
    assert regions[:3] == [Dot(10, 10), Dot(10, 30), Dot(30, 10)]
    assert named[0].x - regions[-1].x > PITCH
    assert [dot for dot in all_of(seats.groups) if not holds(seats.frame(), dot)] == []


def test_only_whole_pairs_are_linked() -> None:
    assert links(strip([3]).groups[0]) == "M10 10V30"


def test_a_path_has_one_line_without_length_for_each_dot() -> None:
    assert path([Dot(10, 20), Dot(30, 15), Dot(25, 25)]) == "m10 20h0m20-5h0m-5 10h0"
    assert path([]) == ""


def test_a_row_fills_its_frame() -> None:
    assert row(2) == [Dot(10, 10), Dot(30, 10)]
    assert row_frame(2).view_box == "0 0 40 20"


def test_a_bill_goes_from_lane_to_lane_and_ends_at_the_last_step() -> None:
    mazhilis, senate, both = hops([[0], [1], [0, 1]])

    assert mazhilis.way == "M12 18V28"
    assert senate.way == "M12 0C12 9 36 9 36 18V28"
    assert (mazhilis.trunk, senate.trunk, both.trunk) == (12, 36, None)
    assert [dot.x for dot in both.stations] == [12, 36]
    assert (senate.bar, both.bar) == ("", "M12 18H36")


def test_a_bill_that_stays_in_one_hand_goes_straight_on() -> None:
    assert hops([[1], [1]])[1].way == "M36 0V18"


def test_each_lane_has_a_guide() -> None:
    assert guides(2) == "M12 0V28M36 0V28"
    assert hop_frame(2).view_box == "0 0 48 28"
