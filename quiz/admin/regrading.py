"""The page on which an editor has answers graded anew, and says why."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amendments.admin.signed_in import editor_of
from quiz.models import Question, Regrade
from quiz.regrading import regrade


class RegradeForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why the key was wrong"),
        help_text=gettext_lazy("Learners whose score changes read this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )


def regrade_view(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Show how many answers there are, and on POST grade them anew."""
    question = get_object_or_404(Question, pk=pk)
    if not request.user.has_perm("quiz.add_regrade"):
        raise PermissionDenied
    form = RegradeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = regrade(
            question,
            editor=editor_of(request),
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
        )
        said = ngettext("%d grade changed.", "%d grades changed.", done.changed) % done.changed
        messages.success(request, said)
        return redirect(reverse("admin:quiz_question_change", args=[pk]))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Grade answers anew"),
        "opts": Question._meta,
        "question": question,
        "answers": question.answers.filter(answered_at__isnull=False).count(),
        "form": form,
        "log": question.regrades.select_related("editor"),
    }
    return TemplateResponse(request, "admin/quiz/question/regrade.html", context)


@admin.register(Regrade)
class RegradeAdmin(admin.ModelAdmin):
    """The log of keys put right: to read, not to write."""

    list_display = ["at", "question", "editor", "answers", "changed", "reason"]
    list_select_related = ["question", "editor"]
    date_hierarchy = "at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, regrade: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, regrade: Any = None) -> bool:
        return False
