"""Editors with a role, a password and, if wanted, a phone."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from amendments.roles import Role

PASSWORD = "seven-birch-trees"
IN_ENGLISH = {"accept-language": "en"}  # The admin's addresses say no language


def an_editor(name: str = "asel", *roles: Role) -> User:
    editor = User.objects.create_user(name, password=PASSWORD, is_staff=True)
    editor.groups.set(Group.objects.filter(name__in=[role.label for role in roles]))
    return editor


def as_editor(editor: User) -> Client:
    """Return a browser in which the editor is signed in and reads English."""
    client = Client(headers=IN_ENGLISH)
    client.force_login(editor)
    return client


def with_phone(editor: User) -> TOTPDevice:
    phone = TOTPDevice(user=editor, name="phone")
    phone.save()
    return phone


def code_of(key: str, *, ahead: int = 0) -> str:
    """Return what the app shows, or will show `ahead` half-minutes from now."""
    return f"{totp(bytes.fromhex(key), drift=ahead):06}"


def give_password(client: Client, name: str = "asel", password: str = PASSWORD, **headers: Any):
    data = {"username": name, "password": password, "next": "/admin/auth/user/"}
    return client.post("/admin/login/", data, headers=IN_ENGLISH, **headers)
