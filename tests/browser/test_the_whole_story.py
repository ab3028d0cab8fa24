"""Three editors and an expert take texts to their readers, in a real browser, from first to last.

Everything is done by what the pages offer; only the clock is moved by hand.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page

from amendments.models import (
    AmendingLaw,
    Amendment,
    ProposedChange,
    Provision,
    ReviewLink,
    ReviewStep,
    Topic,
)
from amendments.roles import Role
from tests.browser.conftest import OpenPage
from tests.browser.story_steps import (
    CHANGE,
    LAW,
    approve_for_a_minute,
    ask_an_expert,
    bring_in_step,
    cannot_approve,
    change_again_and_revert,
    import_a_table,
    write_and_submit,
)
from tests.factories.editors import an_editor
from tests.factories.law import AmendingLawFactory, AmendmentFactory
from tests.factories.votes import cite

FORM = "/admin/amendments/amendment/{}/change/"
ROLES = {
    "story-writer": (Role.WRITER, Role.REVIEWER),  # May approve, but not what they wrote
    "story-translator": (Role.TRANSLATOR,),
    "story-reviewer": (Role.REVIEWER, Role.PUBLISHER),
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Return a function that sets the clock; it goes on from there."""
    real, ahead = timezone.now, [timedelta()]
    monkeypatch.setattr(timezone, "now", lambda: real() + ahead[0])

    def set_clock(moment: datetime) -> None:
        ahead[0] = moment - real()

    return set_clock


@pytest.fixture
def change(shipped_site: str) -> Iterator[Any]:
    """A published change of a law of the test's own, in three languages; gone afterwards."""
    _forget()
    law = AmendingLawFactory.create(slug=LAW, dated=date(2022, 12, 1), in_force_from="2022-12-01")
    change = AmendmentFactory.create(
        slug=CHANGE,
        law=law,
        provision=Provision.objects.get(slug="1995-art-15-2"),
        topic=Topic.objects.get(slug="rights"),
        title_en="What the story changes",
        title_kk="Оқиға нені өзгертеді",
        title_ru="Что меняет история",
        in_short_en="Seven judges sat.",
        in_short_kk="Жеті судья отырды.",
        in_short_ru="Заседали семь судей.",
    )
    cite(change)
    yield change
    _forget()


def _forget() -> None:
    texts = Amendment.objects.filter(law__slug=LAW)
    for model in (ProposedChange, ReviewLink, ReviewStep):
        of_kind = model._base_manager.filter(content_type__model="amendment")
        of_kind.filter(object_id__in=list(texts.values_list("pk", flat=True))).delete()
    editors = User.objects.filter(username__in=ROLES)
    ReviewStep.objects.filter(editor__in=editors).delete()
    texts.delete()
    AmendingLaw.objects.filter(slug=LAW).delete()
    editors.delete()


@pytest.fixture
def sign_in(open_page: OpenPage, shipped_site: str) -> Callable[[str], Page]:
    def sign_in(name: str) -> Page:
        client = Client()
        client.force_login(an_editor(name, *ROLES[name]))
        kept = {
            settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
            settings.LANGUAGE_COOKIE_NAME: "en",
        }
        page = open_page()
        page.context.add_cookies(
            [{"name": n, "value": v, "url": shipped_site} for n, v in kept.items()]
        )
        return page

    return sign_in


@pytest.mark.takes_long
def test_the_whole_story(
    open_page: OpenPage,
    sign_in: Callable[[str], Page],
    change: Any,
    clock: Any,
    complaints: list[str],
) -> None:
    writer, reviewer = sign_in("story-writer"), sign_in("story-reviewer")
    reader, form = open_page(), FORM.format(change.pk)

    write_and_submit(writer, form)
    cannot_approve(writer)
    assert all("422" in complaint for complaint in complaints)
    complaints.clear()
    ask_an_expert(writer, open_page(), clock)
    bring_in_step(sign_in("story-translator"), form)
    approve_for_a_minute(reviewer, reader, form, clock)
    change_again_and_revert(writer, reviewer, reader, form)
    import_a_table(writer, reviewer, reader)
