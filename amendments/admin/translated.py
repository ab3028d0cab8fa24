from modeltranslation.admin import TranslationAdmin

from amendments.admin.history import HistoryAdmin
from amendments.admin.translation_marks import TranslationMarks


class TranslatedAdmin(TranslationMarks, HistoryAdmin, TranslationAdmin):
    """A form with the three languages of each field together, and the history of every save."""

    group_fieldsets = True
