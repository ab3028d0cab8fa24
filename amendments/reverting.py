"""Going back to an earlier version of a text."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import translation

from amendments.content_files import BadContent, Fault
from amendments.entry_of_text import kind_of, save_entry
from amendments.history_lines import written_by
from amendments.locking import locked
from amendments.models import ProposedChange, Reviewed, State
from amendments.proposals import propose
from amendments.versions import Version, content_at


@transaction.atomic
def revert(text: Any, version: Version, *, editor: User, now: datetime) -> ProposedChange | None:
    """Make a text say again what it said in a version.

    Of a published text that becomes a proposed change, which is returned (see `propose`); one in
    review is a draft again. Raises BadContent, or the database's IntegrityError, where that no
    longer fits what else there is.
    """
    entry = content_at(text, version.at)
    if entry is None:
        raise BadContent([Fault(kind_of(type(text)).name, str(text), "", "it was deleted then")])
    text = locked(text)  # Somebody may have approved it since it was read
    if isinstance(text, Reviewed) and text.state == State.PUBLISHED:
        return propose(text, entry, editor=editor, now=now)
    reason = f"revert to version {version.number}"
    with written_by(editor), translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):
        if isinstance(text, Reviewed) and text.state == State.IN_REVIEW:
            text.state = State.DRAFT
            text._change_reason = reason  # type: ignore[attr-defined]
            text.save()
        save_entry(text, entry, reason=reason)
    return None
