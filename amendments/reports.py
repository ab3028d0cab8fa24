"""What becomes of a reader's report: answered, closed, spam, or an entry of the corrections log.

The site sends no mail: an editor answers from their own mailbox (`mail_to`) and says so here.
Each verb is one transaction. Who reported is forgotten by `forget`, whatever the editors do.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from amendments.languages import LANGUAGES
from amendments.models import Correction, Report, Reviewed, State
from amendments.publication_checks import publication_check

Was = Report.State
CHANGE, WRITE = "amendments.change_report", "amendments.add_correction"


class NotNow(Exception):
    """The report is in a state in which this cannot be done. The message says why."""


def mail_to(report: Report) -> str:
    """Return the link that opens an answer in the editor's own mail program; or nothing.

    The answer is in the reader's language and quotes what they wrote.
    """
    if not report.contact:
        return ""
    with translation.override(report.language):
        subject = _("Your report to Ata Zań")
        page = f"{settings.SITE_URL}{report.page}" if report.page else settings.SITE_URL
        quoted = "\r\n".join(f"> {line}" for line in report.what[:1000].splitlines())
        body = "\r\n\r\n".join([page, quoted, *([_absolute(report.fix)] if report.fix else []), ""])
    return f"mailto:{quote(report.contact, safe='@')}?subject={quote(subject)}&body={quote(body)}"


def answer(report: Report, *, editor: User, now: datetime, fix: str = "") -> None:
    """Note that a reader was answered, and where it was put right."""
    with _at_work_on(report, editor, Was.NEW, Was.ANSWERED) as current:
        current.state, current.answered_at, current.answered_by = Was.ANSWERED, now, editor
        current.fix = fix or current.fix
        current.save()


def close(report: Report, *, editor: User, fix: str = "") -> None:
    """Have done with a report; the address to answer to is deleted."""
    with _at_work_on(report, editor, Was.NEW, Was.ANSWERED) as current:
        current.state, current.fix = Was.CLOSED, fix or current.fix
        current.save()


def mark_as_spam(report: Report, *, editor: User) -> None:
    """Put a report aside; the address is deleted now, the rest after `REPORT_SPAM_DAYS`."""
    with _at_work_on(report, editor, Was.NEW, Was.ANSWERED, Was.CLOSED) as current:
        current.state = Was.SPAM
        current.save()


def reopen(report: Report, *, editor: User) -> None:
    """Take up again what was closed or wrongly taken for spam."""
    with _at_work_on(report, editor, *Report.OVER) as current:
        current.state = Was.ANSWERED if current.answered_at else Was.NEW
        current.save()


def publish_correction(report: Report, *, editor: User, now: datetime) -> Correction:
    """Begin the entry of the public log: a draft of the editor's, linked to the report.

    Nothing that the reader wrote is in it. A second time, the first draft is returned.
    """
    if not editor.has_perm(WRITE):
        raise PermissionDenied(f"{editor} may not write corrections.")
    with _at_work_on(report, editor, Was.NEW, Was.ANSWERED, Was.CLOSED) as current:
        begun = current.corrections.exclude(state=State.WITHDRAWN).order_by("pk").first()
        if begun is not None:
            return begun
        correction = Correction(
            slug=f"report-{current.pk}-{current.corrections.count() + 1}",
            date=timezone.localdate(now),
            page=_without_language(current.page),
            report=current,
            state=State.DRAFT,
            author=editor,
        )
        correction.save()
        return correction


@dataclass(frozen=True)
class Forgotten:
    addresses: int
    spam: int


@transaction.atomic
def forget(now: datetime) -> Forgotten:
    """Delete addresses and spam that are older than the settings say."""
    spam_before = now - timedelta(days=settings.REPORT_SPAM_DAYS)
    spam, _by_model = Report.objects.filter(state=Was.SPAM, created__lt=spam_before).delete()
    kept_before = now - timedelta(days=settings.REPORT_CONTACT_DAYS)
    old = Report.objects.filter(created__lt=kept_before).exclude(contact="")
    return Forgotten(addresses=old.update(contact=""), spam=spam)


@publication_check
def a_correction_is_told_in_full(text: Reviewed) -> Iterator[str]:
    """A draft begun from a report is empty: nothing of that may become public."""
    if isinstance(text, Correction):
        for name in ("title", "what_was_wrong", "what_it_says_now"):
            if not getattr(text, f"{name}_en"):
                field = Correction._meta.get_field(name)
                yield _("Nothing is written in “%s”.") % getattr(field, "verbose_name", name)


@contextmanager
def _at_work_on(report: Report, editor: User, *states: Report.State) -> Iterator[Report]:
    """Lock a report that is in one of these states; afterwards `report` says what was done."""
    if not editor.has_perm(CHANGE):
        raise PermissionDenied(f"{editor} may not deal with reports.")
    with transaction.atomic():
        current = Report.objects.select_for_update().get(pk=report.pk)
        if current.state not in states:
            raise NotNow(_("The report is already: %s.") % current.get_state_display())
        yield current
    report.refresh_from_db()


def _without_language(page: str) -> str:
    """Return the path in no language: /kk/glossary/?x=y becomes /glossary/."""
    path = re.split(r"[?#]", page)[0]
    return re.sub(rf"^/({'|'.join(LANGUAGES)})(?=/)", "", path)


def _absolute(address: str) -> str:
    return f"{settings.SITE_URL}{address}" if address.startswith("/") else address
