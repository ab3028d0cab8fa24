"""The admin, with the second factor between the password and everything else."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from civic.sign_in.half_way import half_way_in, to_page, wait_for_second_factor


class EditorsAdminSite(AdminSite):
    site_header = _("Ata Zań · editing")
    site_title = _("Ata Zań · editing")
    index_title = _("What there is to edit")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from amendments.admin.audit_page import audit_page
        from civic.sign_in import views
        from civic.sign_in.password_link import SetPassword

        own = [
            path("second-factor/", views.second_factor, name="second_factor"),
            path("second-factor/phone/", views.enrol, name="enrol"),
            path(
                "second-factor/codes/", self.admin_view(views.recovery_codes), name="recovery_codes"
            ),
            path("second-factor/start-over/", views.start_over, name="start_over"),
            path("audit/", self.admin_view(audit_page), name="audit"),
            path("password/<uidb64>/<token>/", SetPassword.as_view(), name="set_password"),
        ]
        return [*own, *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        second_factor = {"second_factor": settings.EDITORS_SECOND_FACTOR}
        return {**super().each_context(request), **second_factor}

    def get_app_list(self, request: Any, app_label: str | None = None) -> list[Any]:
        """Nobody is shown nothing, and no model need say what nobody may see."""
        return super().get_app_list(request, app_label) if self.has_permission(request) else []

    @method_decorator(never_cache)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask for the password; who has given it is led on to the second factor."""
        if request.method == "GET" and half_way_in(request):
            return to_page(request, "admin:second_factor")
        response = super().login(request, extra_context)
        if settings.EDITORS_SECOND_FACTOR and isinstance(response, HttpResponseRedirect):
            if request.method == "POST":
                return wait_for_second_factor(request)
        return response
