"""The editors of the tests of the admin: one who writes, and another pair of eyes."""

import pytest
from django.contrib.auth.models import User

from amendments.roles import Role
from tests.factories.editors import an_editor


@pytest.fixture
def writer() -> User:
    return an_editor("asel", Role.WRITER)


@pytest.fixture
def reviewer() -> User:
    return an_editor("erlan", Role.REVIEWER, Role.PUBLISHER)
