from django.contrib.contenttypes.admin import GenericTabularInline

from amendments.admin.rows import RowsOfText
from amendments.models import Citation


class CitationInline(RowsOfText, GenericTabularInline):
    """The sources of a text, claim by claim."""

    model = Citation
    autocomplete_fields = ["source"]
    extra = 0
