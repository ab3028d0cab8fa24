"""Accounts, and what of the sign-in is nobody's to see: phones' keys and recovery codes."""

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from civic.sign_in.accounts import AccountAdmin
from civic.sign_in.shown_rights import RoleAdmin

admin.site.unregister([Group, StaticDevice, TOTPDevice, User])
admin.site.register(Group, RoleAdmin)
admin.site.register(User, AccountAdmin)
