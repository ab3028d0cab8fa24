"""The rows of a text, such as its key facts or citations, within its form."""

from typing import Any

from django.contrib.admin.options import InlineModelAdmin
from django.contrib.auth import get_permission_codename
from django.http import HttpRequest


class RowsOfText(InlineModelAdmin):
    """Whoever may change a text may take its rows away: the words of a row are the text's own.

    Of a published text the row goes once the change is approved.
    """

    def has_delete_permission(self, request: HttpRequest, text: Any = None) -> bool:
        opts = self.parent_model._meta
        right = get_permission_codename("change", opts)
        return request.user.has_perm(f"{opts.app_label}.{right}")
