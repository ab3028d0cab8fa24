"""Each role may do what its work needs, and nothing else."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client

from amendments.models import Source
from amendments.roles import Role, sort_of
from tests.factories.editors import an_editor
from tests.factories.quiz import a_single_choice

pytestmark = pytest.mark.django_db

W, T, R, P, A = Role

# Who may see, add, change and delete
TEXT = ({W, T, R, P, A}, {W, A}, {W, A}, {A})
FACT = ({W, T, R, P, A}, {A}, {A}, {A})
NOBODY: tuple[set[Role], ...] = (set(), set(), set(), set())
MAY = {
    "amendments.amendment": TEXT,
    "amendments.keyfact": TEXT,
    "amendments.misconception": TEXT,
    "amendments.topic": TEXT,
    "amendments.term": TEXT,
    "amendments.voice": TEXT,
    "amendments.event": TEXT,
    "amendments.factcheck": TEXT,
    "amendments.source": FACT,
    "amendments.citation": TEXT,
    "amendments.correction": TEXT,
    "amendments.institution": TEXT,
    "quiz.question": TEXT,
    "quiz.choice": TEXT,
    "quiz.quiz": TEXT,
    "quiz.quizquestion": TEXT,
    "amendments.constitution": FACT,
    "amendments.provision": FACT,
    "amendments.amendinglaw": FACT,
    "amendments.result": FACT,
    "amendments.report": ({W, R, A}, set(), {W, R, A}, {A}),
    "quiz.regrade": ({W, R, P, A}, {P, A}, set(), set()),
    "auth.user": ({A}, {A}, {A}, set()),
    "auth.group": ({A}, set(), set(), set()),
    "auth.permission": NOBODY,
    "quiz.learner": NOBODY,
    "quiz.attempt": NOBODY,
    "quiz.answer": NOBODY,
    "quiz.devicecode": NOBODY,
    "amendments.shippedentry": NOBODY,
    "sessions.session": NOBODY,
    "admin.logentry": NOBODY,
    "axes.accessattempt": NOBODY,
    "otp_totp.totpdevice": NOBODY,
    "otp_static.staticdevice": NOBODY,
    "otp_static.statictoken": NOBODY,
}
OVER_CONTENT = {
    "amendments.translate_content": {T, A},
    "amendments.review_content": {R, A},
    "amendments.publish_content": {P, A},
}

# Tables that the program keeps for itself
KEPT_BY_THE_PROGRAM = {
    "amendments.editing",
    "amendments.publicchange",
    "amendments.searchentry",
    "amendments.searchword",
    "amendments.shippedentry",
    "amendments.translationbasis",
    "quiz.answer",
    "quiz.attempt",
    "quiz.devicecode",
    "quiz.learner",
}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_its_work_needs(role: Role) -> None:
    editor = an_editor("asel", role)
    wrong = []
    for label, may in MAY.items():
        app, model = label.split(".")
        for right, roles in zip(("view", "add", "change", "delete"), may, strict=True):
            if editor.has_perm(f"{app}.{right}_{model}") != (role in roles):
                wrong.append(f"{right} {label}")
    wrong += [
        right for right, roles in OVER_CONTENT.items() if editor.has_perm(right) != (role in roles)
    ]

    assert wrong == []
    assert not editor.is_superuser


def test_every_model_says_what_it_is_to_editors_or_is_the_programs_own() -> None:
    models = [*apps.get_app_config("amendments").get_models()]
    models += apps.get_app_config("quiz").get_models()
    unsorted = {
        model._meta.label_lower
        for model in models
        if sort_of(model) is None and not model.__name__.startswith("Historical")
    }

    assert unsorted == KEPT_BY_THE_PROGRAM


def test_roles_add_up(client: Client) -> None:
    editor = an_editor("asel", Role.WRITER, Role.PUBLISHER)

    assert editor.has_perm("amendments.change_topic")
    assert editor.has_perm("amendments.publish_content")
    assert not editor.has_perm("amendments.review_content")


def test_a_migration_puts_a_role_back_in_step_and_leaves_other_groups_alone() -> None:
    writers = Group.objects.get(name="Writer")
    before = set(writers.permissions.all())
    alien = Permission.objects.get(codename="delete_topic")
    writers.permissions.add(alien)
    writers.permissions.remove(Permission.objects.get(codename="change_quiz"))
    own = Group.objects.create(name="Interns")
    own.permissions.add(alien)

    call_command("migrate", verbosity=0)

    assert set(writers.permissions.all()) == before
    assert list(own.permissions.all()) == [alien]


def test_an_editor_sees_in_the_admin_what_the_role_allows(client: Client) -> None:
    client.force_login(an_editor("asel", Role.TRANSLATOR))

    assert client.get("/admin/amendments/topic/").status_code == 200
    assert client.get("/admin/amendments/topic/add/").status_code == 403
    assert client.get("/admin/amendments/report/").status_code == 403
    assert client.get("/admin/auth/user/").status_code == 403
    assert client.get("/admin/quiz/question/import/").status_code == 403


def test_a_writer_cites_sources_and_changes_none(client: Client) -> None:
    """A source has no review: readers would see at once what one person wrote of it."""
    client.force_login(an_editor("asel", Role.WRITER))
    source = Source.objects.create(slug="gazette", publisher="The gazette")
    asked = {"app_label": "amendments", "model_name": "citation", "field_name": "source"}

    found = client.get("/admin/autocomplete/", asked | {"term": "gazette"}).json()
    sent = {"slug": "gazette", "publisher": "Another"}
    changed = client.post(f"/admin/amendments/source/{source.pk}/change/", sent)
    added = client.post("/admin/amendments/source/add/", sent | {"slug": "new"})

    assert [each["text"] for each in found["results"]] == ["gazette"]
    assert (changed.status_code, added.status_code) == (403, 403)


@pytest.mark.parametrize(("role", "status"), [(W, 403), (T, 403), (R, 403), (P, 200), (A, 200)])
def test_whoever_publishes_has_answers_graded_anew(client: Client, role: Role, status: int) -> None:
    client.force_login(an_editor("asel", role))
    page = f"/admin/quiz/question/{a_single_choice().pk}"

    assert client.get(f"{page}/regrade/").status_code == status
    assert (f"{page}/regrade/" in client.get(f"{page}/change/").content.decode()) == (status == 200)


class TestAdministrators:
    """They give roles, and can make nobody more than an administrator."""

    @pytest.fixture
    def superuser(self) -> User:
        return User.objects.create_superuser("root", password="x")

    @pytest.fixture
    def inside(self, client: Client) -> Client:
        client.force_login(an_editor("asel", Role.ADMINISTRATOR))
        return client

    def sent(self, user: User, **changes: object) -> dict[str, object]:
        joined = {"date_joined_0": "2026-01-01", "date_joined_1": "10:00:00"}
        return {"username": user.username, "is_active": "on", "is_staff": "on", **joined, **changes}

    def test_they_give_roles(self, inside: Client) -> None:
        other = an_editor("other")
        group = Group.objects.get(name="Reviewer")

        answer = inside.post(
            f"/admin/auth/user/{other.pk}/change/", self.sent(other, groups=[group.pk])
        )

        assert answer.status_code == 302
        assert list(other.groups.all()) == [group]

    def test_they_make_no_superuser_and_give_no_single_right(self, inside: Client) -> None:
        other = an_editor("other")
        right = Permission.objects.get(codename="delete_user").pk
        more = self.sent(other, is_superuser="on", user_permissions=[right])

        inside.post(f"/admin/auth/user/{other.pk}/change/", more)

        other.refresh_from_db()
        assert not other.is_superuser and not other.user_permissions.exists()

    @pytest.mark.parametrize("page", ["change", "password"])
    def test_they_do_not_touch_a_superuser(
        self, inside: Client, superuser: User, page: str
    ) -> None:
        new = {"password1": "ten-pine-trees", "password2": "ten-pine-trees"}
        answer = inside.post(
            f"/admin/auth/user/{superuser.pk}/{page}/", self.sent(superuser, email="a@b.kz", **new)
        )

        superuser.refresh_from_db()
        assert answer.status_code == 403
        assert (superuser.email, superuser.check_password("x")) == ("", True)

    def test_they_neither_delete_accounts_nor_change_groups(self, inside: Client) -> None:
        other = an_editor("other")
        group = Group.objects.get(name="Writer")

        assert inside.post(f"/admin/auth/user/{other.pk}/delete/").status_code == 403
        assert inside.post(f"/admin/auth/group/{group.pk}/change/").status_code == 403
