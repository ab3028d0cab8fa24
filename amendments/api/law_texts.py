"""A text of the law as programs get it: its nature, its language, how it stands on a day."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import TextChoices
from rest_framework import serializers

from amendments.api.fields import CODES
from amendments.api.out_of_date import HELP, mark
from amendments.change_page import status_of
from amendments.models import Amendment, Constitution
from amendments.reader import ProvisionOnDay
from amendments.status import Standing
from amendments.texts import Text, TextPair


class Nature(TextChoices):
    RENDERING = "rendering", "our wording"
    AUTHENTIC = "authentic", "the official wording"


class StandingOnDay(TextChoices):
    NOT_KNOWN = "not-known", "we hold no text of that day"
    NOT_YET = Standing.NOT_YET.value, "not yet law"
    IN_FORCE = Standing.IN_FORCE.value, "law on that day"
    CHANGED_AGAIN = Standing.CHANGED_AGAIN.value, "another text had taken its place"
    REPEALED = "repealed", "struck from the Constitution"
    ENDED = Standing.ENDED.value, "the whole Constitution had ended"


class StatusOnDay(serializers.Serializer[Any]):
    """How a text stands on the day asked. Days are local days in Kazakhstan (Asia/Almaty)."""

    on = serializers.DateField(help_text="The day asked: `on`, else today.")
    standing = serializers.ChoiceField(choices=StandingOnDay.choices)
    in_force_from = serializers.DateField(
        allow_null=True, help_text="First day; null: before the oldest edition compared."
    )
    in_force_until = serializers.DateField(
        allow_null=True, help_text="First day on which it was law no longer; null: no end known."
    )
    last_day = serializers.DateField(
        allow_null=True, help_text="Last day on which it was law, the day before `in_force_until`."
    )


class AuthenticLinks(serializers.Serializer[Any]):
    """Where the official wording stands; empty where no address is known."""

    kk = serializers.CharField(allow_blank=True)
    ru = serializers.CharField(allow_blank=True)


class LawText(serializers.Serializer[Any]):
    """A text of the law. Only the Kazakh and the Russian wording of the state are authentic."""

    text = serializers.CharField(
        allow_null=True, help_text="Null: no such text on that day; `status` says why."
    )
    language = serializers.ChoiceField(choices=CODES)
    out_of_date = serializers.BooleanField(required=False, help_text=HELP)
    nature = serializers.ChoiceField(choices=Nature.choices)
    authentic = AuthenticLinks()
    status = StatusOnDay()


def nature_of(item: Any, language: str) -> Nature:
    """Say whether the text that `item` holds in `language` is ours or the state's.

    All are ours until authentic editions are imported.
    """
    return Nature.RENDERING


def authentic_links(constitution: Constitution) -> dict[str, str]:
    return {"kk": constitution.authentic_url_kk, "ru": constitution.authentic_url_ru}


def law_text(
    text: Text, item: Any, constitution: Constitution, status: Any, mark: dict[str, bool]
) -> dict[str, Any]:
    """`mark` stands beside the language where the text is out of date."""
    return {
        "text": text.value or None,
        "language": text.language,
        **mark,
        "nature": nature_of(item, text.language),
        "authentic": authentic_links(constitution),
        "status": status,
    }


def status_shape(on: date, standing: str, since: date | None, until: date | None) -> dict[str, Any]:
    return {
        "on": on,
        "standing": standing,
        "in_force_from": since,
        "in_force_until": until,
        "last_day": until - timedelta(days=1) if until else None,
    }


def status_of_amendment(amendment: Amendment, on: date) -> dict[str, Any]:
    """How the *after* of an amendment from `with_end()` stands."""
    status = status_of(amendment, on)
    return status_shape(on, status.standing.value, status.since, status.until)


def before_and_after(
    amendment: Amendment,
    pair: TextPair,
    earlier: Amendment | None,
    on: date,
    context: Mapping[str, Any],
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Return both texts of an amendment; None where the law has none.

    `earlier` is the amendment that gave the provision its text before, if we hold one.
    """
    constitution = amendment.law.constitution
    was_law = on < amendment.in_force_from
    since = earlier.in_force_from if earlier else None
    standing = StandingOnDay.IN_FORCE if was_law else StandingOnDay.CHANGED_AGAIN
    if since and on < since:
        standing = StandingOnDay.NOT_YET
    elif since is None and not amendment.provision.is_known_on(on):
        standing = StandingOnDay.NOT_KNOWN
    of_before = status_shape(on, standing, since, amendment.in_force_from)
    texts = [
        ("before", pair.before, earlier or amendment, of_before),
        ("after", pair.after, amendment, status_of_amendment(amendment, on)),
    ]
    before, after = (
        law_text(
            Text(value, pair.language, pair.wanted),
            item,
            constitution,
            status,
            mark(context, amendment, side, pair.language),
        )
        if value
        else None
        for side, value, item, status in texts
    )
    return before, after


def on_day(found: ProvisionOnDay, context: Mapping[str, Any]) -> dict[str, Any]:
    """Return the text of a provision as it read on a day, and how it stood."""
    provision, day, following = found.provision, found.day, found.next_change
    constitution = provision.constitution
    end = constitution.in_force_until
    since = found.made_by.in_force_from if found.made_by else None
    until = following.in_force_from if following else end
    text = found.text
    if not provision.is_known_on(day) or not (text or found.made_by or following):
        standing, text = StandingOnDay.NOT_KNOWN, Text("", text.language, text.wanted)
    elif end and day >= end:
        standing = StandingOnDay.ENDED
    elif text:
        standing = StandingOnDay.IN_FORCE
    elif found.made_by:
        standing = StandingOnDay.REPEALED
    else:
        standing, since, until = StandingOnDay.NOT_YET, until, None
    item = found.made_by or following or provision
    field = "after" if found.made_by else "before" if following else "text"
    marked = mark(context, item, field, text.language) if text else {}
    return law_text(text, item, constitution, status_shape(day, standing, since, until), marked)
