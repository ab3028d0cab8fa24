"""Beside the form of a text: its page as readers would see it, and links for experts."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from amendments.admin.signed_in import editor_of
from amendments.languages import LANGUAGES, NAMES
from amendments.models import ExpertComment, Reviewed, ReviewLink
from amendments.preview import preview
from amendments.review_links import (
    LONGEST,
    SHORTEST,
    USUAL,
    address_of,
    links_of,
    make_link,
    may_invite,
    revoke,
)
from amendments.wording import wording_of


class InviteForm(forms.Form):
    """For whom a link is, and for how long it works."""

    expert = forms.CharField(label=gettext_lazy("Expert's name"), max_length=120)
    days = forms.IntegerField(
        label=gettext_lazy("Days it works"), min_value=SHORTEST, max_value=LONGEST, initial=USUAL
    )

    def __init__(self, data: Any = None) -> None:
        """In the page, the fields belong to a form that stands elsewhere on it."""
        super().__init__(data, auto_id="invite-%s")
        for field in self.fields.values():
            field.widget.attrs["form"] = "invite"


def preview_urls(model_admin: Any) -> list[URLPattern]:
    """Return the addresses to stand before the admin's own."""
    views = {
        "preview/<str:language>/": (_preview, "preview"),
        "review-links/": (_make, "make_link"),
        "review-links/revoke/": (_revoke, "revoke_link"),
    }
    return [
        path(
            f"<path:object_id>/{rest}",
            model_admin.admin_site.admin_view(view),
            {"model_admin": model_admin},
            name=_name(model_admin, name),
        )
        for rest, (view, name) in views.items()
    ]


def preview_context(
    model_admin: Any, request: HttpRequest, text: Reviewed, links: list[ReviewLink]
) -> dict[str, Any]:
    """Return what the form shows of previews and links."""
    wording = wording_of(text) if any(link.comments.all() for link in links) else ""
    return {
        "previews": [(code, NAMES[code], _at(model_admin, text, code)) for code in LANGUAGES],
        "links": [
            (link, [(said, said.wording == wording) for said in _said(link)], link.is_open())
            for link in links
        ],
        "may_invite": may_invite(request.user, text),
        "invite_form": InviteForm(),
        "invite_url": _at(model_admin, text, name="make_link"),
        "revoke_url": _at(model_admin, text, name="revoke_link"),
    }


@require_safe
def _preview(request: HttpRequest, object_id: str, language: str, model_admin: Any) -> HttpResponse:
    text = _text(model_admin, request, object_id)
    if language not in LANGUAGES:
        raise Http404
    return preview(
        text,
        request,
        language=language,
        address_in=lambda code: _at(model_admin, text, code),
    )


@require_POST
def _make(request: HttpRequest, object_id: str, model_admin: Any) -> HttpResponse:
    """Make a link and show its address, this once; a refusal shows what was typed."""
    text = _text(model_admin, request, object_id, to_invite=True)
    form = InviteForm(request.POST)
    if not form.is_valid():
        refused: HttpResponse = model_admin.shown_again(request, object_id, {"invite_form": form})
        return refused
    link, token = make_link(
        text, editor=editor_of(request), now=timezone.now(), **form.cleaned_data
    )
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Review link for %s") % link.expert,
        "opts": model_admin.opts,
        "original": text,
        "link": link,
        "addresses": [
            (code, NAMES[code], settings.SITE_URL + address_of(token, code)) for code in LANGUAGES
        ],
    }
    return TemplateResponse(request, "admin/amendments/preview/link_made.html", context)


@require_POST
def _revoke(request: HttpRequest, object_id: str, model_admin: Any) -> HttpResponse:
    text = _text(model_admin, request, object_id, to_invite=True)
    asked = request.POST.get("link", "")
    link = get_object_or_404(links_of(text), pk=int(asked) if asked.isdecimal() else 0)
    revoke(link, now=timezone.now())
    messages.success(request, _("The link for %s does not work any more.") % link.expert)
    return redirect(_at(model_admin, text, name="change"))


def _text(
    model_admin: Any, request: HttpRequest, object_id: str, *, to_invite: bool = False
) -> Reviewed:
    text: Reviewed | None = model_admin.get_object(request, object_id)
    if text is None:
        raise Http404
    if not model_admin.has_view_permission(request, text):
        raise PermissionDenied
    if to_invite and not may_invite(request.user, text):
        raise PermissionDenied
    return text


def _said(link: ReviewLink) -> list[ExpertComment]:
    return list(link.comments.all())


def _name(model_admin: Any, name: str) -> str:
    return f"{model_admin.opts.app_label}_{model_admin.opts.model_name}_{name}"


def _at(model_admin: Any, text: Reviewed, *further: str, name: str = "preview") -> str:
    return reverse(f"admin:{_name(model_admin, name)}", args=[text.pk, *further])
