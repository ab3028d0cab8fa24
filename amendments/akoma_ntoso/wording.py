"""The words of a document in its language."""

from django.utils.translation import gettext, override

from amendments.akoma_ntoso.writing.words import Words
from amendments.models import AmendingLaw


def words_in(language: str) -> Words:
    with override(language):
        return Words(
            not_authentic=gettext(
                "Our rendering, close to the law; only the Kazakh and Russian texts are authentic."
            ),
            only_held=gettext(
                "Only provisions that changed since the oldest edition compared are held here. "
                'What says more in the law has the status "incomplete"; numbers that are missing '
                "are in the authentic text."
            ),
            none_held=gettext("The text of this Constitution is not held here."),
            no_changes_held=gettext("What this law changed is not held here."),
            not_held=gettext("not held here"),
            repealed=gettext("repealed"),
            before=gettext("Before"),
            after=gettext("After"),
            article=gettext("Article %(number)s"),
            section=gettext("Section %(number)s"),
            official=gettext("Official text"),
            adopted_by={
                AmendingLaw.AdoptedBy.REFERENDUM: gettext("The people, by referendum"),
                AmendingLaw.AdoptedBy.PARLIAMENT: gettext("Parliament"),
            },
            authentic={
                "kk": gettext("Authentic text in Kazakh"),
                "ru": gettext("Authentic text in Russian"),
            },
            passage_in={
                "kk": gettext("not translated yet; this is Kazakh"),
                "ru": gettext("not translated yet; this is Russian"),
                "en": gettext("not translated yet; this is English"),
            },
            publisher="Ata Zań",
            state=gettext("Republic of Kazakhstan"),
        )
