from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from rest_framework import serializers

from amendments.api.fields import CODES, ApiUrl, ReaderUrl, Resource
from amendments.api.law_texts import (
    AuthenticLinks,
    Nature,
    StatusOnDay,
    authentic_links,
    nature_of,
    status_of_amendment,
)
from amendments.api.out_of_date import Mark, is_marked
from amendments.models import Amendment
from amendments.redline import Edit, EditKind, WordCount, count_words, redline
from amendments.texts import texts_in


@dataclass(frozen=True)
class Redline:
    amendment: Amendment
    language: str
    nature: str
    is_unchanged: bool
    edits: list[Edit]
    words: WordCount
    authentic: dict[str, str]
    status: dict[str, Any]


class EditShape(serializers.Serializer[Any]):
    """A passage and what happened to it."""

    kind = serializers.ChoiceField(source="kind.value", choices=[kind.value for kind in EditKind])
    text = serializers.CharField(trim_whitespace=False)
    moved = serializers.IntegerField(
        allow_null=True,
        help_text="A number that pairs a paragraph struck here with the same one added elsewhere.",
    )
    renumbered = serializers.BooleanField(help_text="A list number that alone changed.")


class WordsCounted(serializers.Serializer[Any]):
    added = serializers.IntegerField()
    removed = serializers.IntegerField()


class RedlineOutOfDate(Mark):
    """Of either text: what was struck and added may no longer be what the source has."""

    def is_so(self, value: Redline) -> bool:
        return any(
            is_marked(self.context, value.amendment, side, value.language)
            for side in ("before", "after")
        )


class RedlineShape(Resource):
    """The edits that turn the text before into the text after, in reading order.

    Joining what was kept and deleted gives the text before exactly; joining what was kept and
    inserted gives the text after.
    """

    amendment = serializers.CharField(source="amendment.slug")
    language = serializers.ChoiceField(choices=CODES)
    out_of_date = RedlineOutOfDate()
    nature = serializers.ChoiceField(choices=Nature.choices)
    is_unchanged = serializers.BooleanField(
        help_text="True where the law changed another language's text, not this one."
    )
    words = WordsCounted()
    edits = EditShape(many=True)
    authentic = AuthenticLinks()
    status = StatusOnDay(help_text="How the new text stands on the day.")
    url = ReaderUrl(source="amendment")
    api_url = ApiUrl("amendment-redline", "amendment__slug")


def redline_of(amendment: Amendment, on: date) -> Redline:
    pair = texts_in(get_language(), amendment)
    edits = redline(pair.before, pair.after)
    return Redline(
        amendment,
        pair.language,
        nature_of(amendment, pair.language),
        pair.is_unchanged,
        edits,
        count_words(edits),
        authentic_links(amendment.law.constitution),
        status_of_amendment(amendment, on),
    )
