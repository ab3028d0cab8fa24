"""The translators' work list, and one translation beside its source."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext

from amendments import review
from amendments.admin.proposing import tell_proposed
from amendments.admin.signed_in import editor_of
from amendments.admin.translation_forms import Choice, TranslationForm
from amendments.admin.translation_marks import ONE, WORDS
from amendments.languages import NAMES
from amendments.models import Reviewed, State, TranslationBasis
from amendments.proposals import open_proposal
from amendments.translating.asking import completeness
from amendments.translating.left_behind import left_behind
from amendments.translating.source_then import source_then
from amendments.translating.translated_models import text_of
from amendments.translating.work_list import after, items, label_of, text_models
from amendments.translating.writing import (
    Refused,
    dismiss,
    may_translate,
    pair_of,
    row_of,
    write,
)

PER_PAGE = 25
LIST = "admin:amendments_translationbasis_changelist"


@admin.register(TranslationBasis)
class TranslationAdmin(admin.ModelAdmin):
    """The list is in the place of the admin's own, and so is the form."""

    class Media:
        css = {"all": ["css/admin/history.css", "css/admin/translations.css"]}

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(text_models(editor_of(request)))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("", view(self.work_list), name="amendments_translationbasis_changelist"),
            path("<int:pk>/", view(self.one), name="amendments_translationbasis_change"),
        ]

    def work_list(self, request: HttpRequest) -> HttpResponse:
        """Show what there is to do into one language, a page at a time."""
        choice = Choice(request.GET, _seen_by(request))
        page = Paginator(choice.bases(), PER_PAGE).get_page(request.GET.get("p"))
        context = {
            "title": gettext("Translations"),
            "choice": choice,
            "page": page,
            "items": items(page.object_list),
            "left_behind": items(left_behind(choice.into, list(choice.models.values()))),
            "query": choice.query(),
            "words": WORDS,
            "languages": completeness(list(choice.models.values())),
        }
        return self._page(request, "work_list", context)

    def one(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show one translation beside its source, or take what was done with it."""
        basis = get_object_or_404(TranslationBasis.objects.select_related("dismissed_by"), pk=pk)
        choice = Choice(request.GET, _seen_by(request))
        try:
            text = text_of(row_of(basis))
            if type(text) not in choice.models.values():
                raise PermissionDenied
            change = open_proposal(text)  # type: ignore[arg-type]
            pair = pair_of(basis, change)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect(f"{reverse(LIST)}?{choice.query()}")
        following = after(choice.bases(), basis)  # Before it leaves the list
        form = TranslationForm(request.POST or None, language=basis.language, initial=vars(pair))
        if request.method == "POST" and _take(request, basis, form, text):
            where = reverse(ONE, args=[following.pk]) if following else reverse(LIST)
            return redirect(f"{where}?{choice.query()}")
        row = row_of(basis)
        context = {
            "title": gettext("Translation into %s") % NAMES[basis.language],
            "basis": basis,
            "text": text,
            "text_kind": capfirst(text._meta.verbose_name),
            "text_url": _address(text),
            "label": label_of(basis, row),
            "pair": pair,
            "change": change,
            "then": source_then(basis, row, pair.source),
            "standing": WORDS[basis.standing],
            "may_write": may_translate(editor_of(request), text),
            "form": form,
            "following": following,
            "query": choice.query(),
        }
        return self._page(request, "one", context)

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        shown = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media}
        template = f"admin/amendments/translations/{name}.html"
        return TemplateResponse(request, template, shown | context)


def _take(request: HttpRequest, basis: TranslationBasis, form: TranslationForm, text: Any) -> bool:
    """Do what the button says; False, with the reason in the form, if it cannot be done."""
    editor, now = editor_of(request), timezone.now()
    verb = request.POST.get("verb")
    try:
        if verb == "still-right":
            dismiss(basis, seen=request.POST.get("seen", ""), editor=editor, now=now)
            messages.success(request, gettext("Noted: the translation is still right."))
            return True
        if not form.is_valid():
            return False
        said, waiting = form.cleaned_data, open_proposal(text)
        change = write(basis, said["target"], seen=said["seen"], editor=editor, now=now)
        if change is not None and verb == "submit":
            review.submit(change, editor=editor, now=now)
    except Refused as refused:
        form.add_error(None, str(refused))
    except ValidationError as error:
        form.add_error("target", error)
    except review.IllegalMove as refused:
        messages.error(request, str(refused))
        return True  # The change is kept; only the next step could not be taken
    else:
        if not isinstance(text, Reviewed) or text.state != State.PUBLISHED:
            messages.success(request, gettext("Saved."))
        elif change is not None and verb == "submit":
            submitted = gettext("Submitted. Readers see it once somebody else has approved it.")
            messages.success(request, submitted)
        else:
            kept = gettext("Kept as a proposed change: submit it for review when the text is done.")
            tell_proposed(request, waiting, change, now, kept)
        return True
    return False


def _address(text: Any) -> str:
    opts = text._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    return reverse(name, args=[text.pk]) if admin.site.is_registered(type(text)) else ""


def _seen_by(request: HttpRequest) -> list[Any]:
    return text_models(editor_of(request))
