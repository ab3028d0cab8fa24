"""The pages between the password and the admin, and those of the second factor inside it."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice

from civic.sign_in.forms import CodeForm
from civic.sign_in.half_way import half_way_in, let_in, next_path, to_page
from civic.sign_in.qr import qr_code
from civic.sign_in.second_factor import (
    TooManyTries,
    codes_left,
    enrol_phone,
    has_phone,
    has_second_factor,
    new_key,
    phone_with,
    renew_recovery_codes,
    shown_key,
    verify_second_factor,
)

KEY = "second_factor_key"  # In the session: the key shown, until the phone proves it has it


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code of the phone or a recovery code; who has neither enrols a phone."""
    user = half_way_in(request)
    if user is None:
        return redirect(next_path(request))
    if not has_second_factor(user):
        return to_page(request, "admin:enrol")
    digits = _("The six digits that the app on your phone shows now, or a recovery code.")
    codes = _("One of your recovery codes.")
    form = CodeForm(request.POST or None, help_text=digits if has_phone(user) else codes)
    device = _device(user, form) if request.method == "POST" and form.is_valid() else None
    if device is None:
        return _page(request, "second_factor", _("Second step"), {"form": form})
    let_in(request, user, device)
    if isinstance(device, StaticDevice):
        left = codes_left(user)
        said = ngettext("%d recovery code is left.", "%d recovery codes are left.", left)
        messages.warning(request, said % left)
    return redirect(next_path(request)) if has_phone(user) else to_page(request, "admin:enrol")


def _device(user: User, form: CodeForm) -> Device | None:
    """Return the device whose code was given; else say in the form what is wrong."""
    try:
        device = verify_second_factor(user, form.cleaned_data["code"])
    except TooManyTries as tries:
        form.put_off(tries.seconds)
        return None
    if device is None:
        form.refuse()
    return device


@never_cache
@sensitive_post_parameters("code")
@sensitive_variables("key", "codes")
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Show a key for the app on the phone, and take the first code as a proof that it has it."""
    inside = request.user if isinstance(request.user, User) and request.user.is_staff else None
    user = half_way_in(request) or inside
    if user is None or (not _is_verified(request) and has_second_factor(user)):
        return to_page(request, "admin:login" if user is None else "admin:second_factor")
    key = request.session.setdefault(KEY, new_key())
    form = CodeForm(request.POST or None, help_text=_("The six digits that the app shows."))
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        phone = enrol_phone(user, key=key, code=code, verified=_is_verified(request))
        if phone is not None:
            del request.session[KEY]
            let_in(request, user, phone)
            return _codes_page(request, user)
        form.refuse()
    address = phone_with(user, key).config_url
    shown = {"qr": qr_code(address, title=_("Key for the app")), "key": shown_key(key)}
    return _page(request, "enrol", _("Your phone"), {"form": form, "address": address, **shown})


def _is_verified(request: HttpRequest) -> bool:
    user: Any = request.user
    return bool(user.is_authenticated and user.is_verified())


@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Tell how many recovery codes are left; on POST show ten new ones, this once."""
    user: Any = request.user  # The admin's own check came first
    if request.method == "POST" and _is_verified(request):
        return _codes_page(request, user)
    context = {"left": codes_left(user), "has_phone": has_phone(user)}
    return _page(request, "second_factor_state", _("Second step of signing in"), context)


@sensitive_variables("codes")
def _codes_page(request: HttpRequest, user: User) -> HttpResponse:
    codes = renew_recovery_codes(user)
    return _page(request, "codes", _("Your recovery codes"), {"codes": codes})


@require_POST
def start_over(request: HttpRequest) -> HttpResponse:
    """Forget a password given half-way, to sign in as someone else."""
    logout(request)
    return redirect("admin:login")


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> TemplateResponse:
    always = {**admin.site.each_context(request), "title": title, "next": next_path(request)}
    return TemplateResponse(request, f"admin/sign_in/{name}.html", always | context)
