"""Links for experts without an account: made, found again, revoked. None moves a text."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac

from amendments.models import ExpertComment, Reviewed, ReviewLink, ReviewStep
from amendments.review import PUBLISH, REVIEW

SHORTEST, USUAL, LONGEST = 1, 14, 60  # Days to live

_signer = Signer(salt="amendments.review_links", sep=".")


def make_link(
    text: Reviewed, *, expert: str, days: int, editor: User, now: datetime
) -> tuple[ReviewLink, str]:
    """Return a new link and its token, which cannot be found out again."""
    secret = secrets.token_urlsafe(18)
    link = ReviewLink.objects.create(
        text=text,
        secret_hash=_hash(secret),
        expert=expert,
        created_by=editor,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    return link, _signer.sign(secret)


def find_link(token: str) -> ReviewLink | None:
    """Return the link of a token, open or not. A token that we did not sign costs no query."""
    try:
        secret = _signer.unsign(token)
    except BadSignature:
        return None
    return ReviewLink.objects.filter(secret_hash=_hash(secret)).first()


def revoke(link: ReviewLink, *, now: datetime) -> None:
    """Close a link for ever; what was said through it stays."""
    ReviewLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=now)


def address_of(token: str, language: str) -> str:
    with translation.override(language):
        return reverse("amendments:review_link", args=[token])


def may_invite(editor: Any, text: Reviewed) -> bool:
    """Whoever may write, approve or publish the text may ask an expert about it."""
    opts = text._meta
    rights = (f"{opts.app_label}.change_{opts.model_name}", REVIEW, PUBLISH)
    return any(editor.has_perm(right) for right in rights)


def links_of(text: Reviewed) -> models.QuerySet[ReviewLink]:
    kind = ContentType.objects.get_for_model(text)
    links = ReviewLink.objects.filter(content_type=kind, object_id=text.pk)
    return links.select_related("created_by").prefetch_related("comments")


def with_experts(
    steps: Iterable[ReviewStep], links: Iterable[ReviewLink]
) -> list[ReviewStep | ExpertComment]:
    """Return the log of a text with what experts said of it, the last first."""
    said = [comment for link in links for comment in link.comments.all()]
    return sorted([*steps, *said], key=lambda each: each.at, reverse=True)


def _hash(secret: str) -> str:
    return salted_hmac("amendments.review_links", secret, algorithm="sha256").hexdigest()
