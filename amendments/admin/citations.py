from django.contrib.contenttypes.admin import GenericTabularInline

from amendments.models import Citation


class CitationInline(GenericTabularInline):
    """The sources of a text, claim by claim."""

    model = Citation
    autocomplete_fields = ["source"]
    extra = 0
