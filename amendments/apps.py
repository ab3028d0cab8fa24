from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AmendmentsConfig(AppConfig):
    name = "amendments"
    verbose_name = _("The law and its explanations")

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from amendments import rights
        from amendments.content_checks.publication import errors_stop_publication
        from amendments.content_files import (
            context_kinds,
            institution_kinds,
            kinds,
            the_law,
            vote_kinds,
        )
        from amendments.freshness import connect_freshness, when_due
        from amendments.nfc import normalise_texts_of
        from amendments.proposals import apply_due
        from amendments.publication_checks import publication_check
        from amendments.roles import update_roles
        from amendments.search import contents as search_contents
        from amendments.table_files.kinds import register_tables
        from amendments.translating import keeping

        for module in (the_law, vote_kinds, context_kinds, institution_kinds):
            kinds.register(*module.KINDS)
        normalise_texts_of(self)
        keeping.connect()  # First: once a change is noted, what it left out of date is known
        connect_freshness()
        when_due.append(apply_due)
        search_contents.register()
        register_tables()
        publication_check(errors_stop_publication)
        rights.register()
        post_migrate.connect(update_roles, dispatch_uid="amendments.update_roles")
