"""What a form shows, as plain data: to tell later what each of two editors made of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.http import HttpRequest, QueryDict

SALT = "amendments.admin.two_editors"

Value = str | list[str]
"""As a browser would send it: one text, or a list where several may be chosen."""


@dataclass
class Contents:
    """`fields` by name; `rows` by formset prefix, primary key and name within the row."""

    fields: dict[str, Value] = field(default_factory=dict)
    rows: dict[str, dict[str, dict[str, Value]]] = field(default_factory=dict)

    def signed(self) -> str:
        """Return the contents for a hidden field: compressed, and safe from tampering."""
        return signing.dumps([self.fields, self.rows], salt=SALT, compress=True)

    @classmethod
    def from_signed(cls, text: str) -> "Contents | None":
        try:
            return cls(*signing.loads(text, salt=SALT)) if text else None
        except (signing.BadSignature, TypeError):
            return None


@dataclass(frozen=True)
class Group:
    """The rows of one inline: the empty form that knows their fields, and what to call them."""

    prefix: str
    key: str  # The name of the primary key's field
    form: Any
    label: str


@dataclass(frozen=True)
class Unbound:
    """The form of a text as it stands in the database now."""

    form: Any
    groups: dict[str, Group]
    contents: Contents


def form_as_it_stands(model_admin: Any, request: HttpRequest, text: Any) -> Unbound:
    """Build the form and its rows without what the request sent. Some queries."""
    form = model_admin.get_form(request, text, change=True)(instance=text)
    contents = Contents(dict(_sent(form)))
    groups: dict[str, Group] = {}
    for formset_class, inline in model_admin.get_formsets_with_inlines(request, text):
        formset = formset_class(
            instance=text,
            prefix=formset_class.get_default_prefix(),
            queryset=inline.get_queryset(request),
        )
        key, prefix = formset.model._meta.pk.name, formset.prefix
        label = str(formset.model._meta.verbose_name)
        groups[prefix] = Group(prefix, key, formset.empty_form, label)
        contents.rows[prefix] = {
            str(row.instance.pk): {
                name.removeprefix(f"{row.prefix}-"): value for name, value in _sent(row)
            }
            for row in formset.initial_forms
        }
    return Unbound(form, groups, contents)


def in_post(post: QueryDict, name: str, like: Value) -> Value:
    """Return what was sent under a name, in the form of another value of the field."""
    if isinstance(like, list):
        return sorted(post.getlist(name))
    return post.get(name, "").replace("\r\n", "\n")


def put_in(post: QueryDict, name: str, value: Value) -> None:
    if value == "":
        post.pop(name, None)  # An unticked box sends nothing, an empty text as much
        if not name.endswith(("-clear", "-DELETE")):
            post[name] = ""
    else:
        post.setlist(name, value if isinstance(value, list) else [value])


def _sent(form: Any) -> Iterator[tuple[str, Value]]:
    for bound in form:
        widget, value = bound.field.widget, bound.value()
        yield bound.html_name, _as_sent(widget, value)
        if hasattr(widget, "clear_checkbox_name"):  # "None" beside a text that may have no value
            clear = widget.clear_checkbox_name(bound.html_name)
            yield clear, "on" if value == widget.empty_value else ""


def _as_sent(widget: Any, value: Any) -> Value:
    if isinstance(value, bool):
        return "on" if value else ""
    if isinstance(value, list | tuple | set):
        return sorted(str(getattr(each, "pk", each)) for each in value)
    if getattr(widget, "allow_multiple_selected", False):
        return []
    if value is None or hasattr(widget, "choices"):
        return "" if value is None else str(value)
    formatted = widget.format_value(value)
    return "" if formatted is None else str(formatted).replace("\r\n", "\n")
