"""What a row of a table does to a text: nothing, a draft, or a proposed change."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DatabaseError, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import Diff, Resource

from amendments.content_files import Entry
from amendments.content_files.faults import Fault, Place
from amendments.content_files.names import NotInDatabase
from amendments.content_files.shape import digest
from amendments.history_lines import written_by
from amendments.locking import locked
from amendments.models import ProposedChange, State
from amendments.proposals import propose, proposed_entry
from amendments.table_files.columns import column_of_fault, row_as_node
from amendments.table_files.registry import TableFile
from amendments.table_files.stored import names_for, stored_texts
from amendments.table_files.table import Table

NUMBER = "#"  # The column of a dataset that holds the number of the row; no key has such a name
REASON = "import"


class Fate(Enum):
    NEW = "new"
    DRAFT = "draft"
    PROPOSED = "proposed"
    BACK = "back"  # To what is public: the editor's own change that waited is discarded
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class CellsThatDiffer(Diff):
    """What a row changes: (column, before, after), in the order of the columns."""

    def __init__(self, resource: "TextResource", text: Any, new: bool) -> None:
        self._resource = resource

    def compare_with(self, resource: "TextResource", text: Any) -> None:
        """The resource remembers both sides as entries."""

    def as_html(self) -> list[tuple[str, str, str]]:
        before, after = self._resource.before, self._resource.after
        cells = ((c.name, c.cell(before), c.cell(after)) for c in self._resource.columns)
        return [(name, was, will) for name, was, will in cells if was != will]


class TextResource(Resource):
    """The texts of one kind. `before` and `after` are of the row that was read last."""

    class Meta:
        import_id_fields: list[str] = []
        instance_loader_class = BaseInstanceLoader  # `get_or_init_instance` knows them all
        using_db = "default"
        report_skipped = True

    def __init__(self, file: TableFile, table: Table, editor: User, now: datetime) -> None:
        super().__init__()
        self.file, self.kind, self.columns = file, file.kind, file.columns
        self._editor, self._now = editor, now
        at = table.headers.index("slug")
        slugs = [cells[at].strip() for _number, cells in table.rows]
        self._times = Counter(slugs)
        self._names = names_for(self.kind)
        self._stored = stored_texts(self.kind, slugs, self._names)
        self._waiting = self._changes_that_wait()
        self.before: Entry = {}
        self.after: Entry = {}

    @classmethod
    def get_diff_class(cls) -> type[Diff]:
        return CellsThatDiffer

    def get_or_init_instance(self, loader: Any, row: Mapping[str, str]) -> tuple[Any, bool]:
        self.before = self.after = {}
        slug = row["slug"].strip()
        if slug in self._stored:
            text, self.before = self._stored[slug]
            return text, False
        return self.kind.model(state=State.DRAFT, author=self._editor), True

    def import_instance(self, instance: Any, row: Mapping[str, str], **kwargs: Any) -> None:
        """Read the row. Raises ValidationError with every fault by its column."""
        change = self._waiting.get(instance.pk)
        base = proposed_entry(change) if change and self._may_go_on(change) else self.before
        cells = {column.name: column.cell(base) for column in self.columns} | dict(row)
        number = int(row[NUMBER])
        place = Place(self.kind.name, row["slug"], line=number)
        read = self.kind.shape.read(row_as_node(self.columns, cells, number), place)
        kept = {key: base[key] for key in self.file.leave_out if key in base}
        self.after = self.file.complete(self.before, self._in_order(read | kept))
        faults: dict[str, list[str]] = {}
        for fault in [*place.faults, *self._of_rules()]:
            faults.setdefault(column_of_fault(fault.field), []).append(fault.text)
        if refused := self._refused(instance, row, change):
            faults.setdefault(NON_FIELD_ERRORS, []).append(refused)
        if faults:
            raise ValidationError(faults)

    def skip_row(self, text: Any, original: Any, row: Any, errors: Any = None) -> bool:
        return not errors and self._says_nothing_new(self._waiting.get(text.pk))

    def save_instance(self, instance: Any, is_create: bool, row: Any, **kwargs: Any) -> None:
        default = settings.MODELTRANSLATION_DEFAULT_LANGUAGE
        try:
            with transaction.atomic(), translation.override(default), written_by(self._editor):
                self._write(instance, is_create)
        except (DatabaseError, NotInDatabase) as error:
            raise ValidationError(str(error)) from error

    def save_m2m(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Nothing: `save_instance` wrote them."""

    def after_import_row(self, row: Mapping[str, str], row_result: Any, **kwargs: Any) -> None:
        known = self._stored.get(row["slug"].strip())
        if row_result.import_type == row_result.IMPORT_TYPE_SKIP:
            row_result.fate, row_result.diff = Fate.UNCHANGED, []
        elif known is None:
            row_result.fate = Fate.NEW
        elif known[0].state != State.PUBLISHED:
            row_result.fate = Fate.DRAFT
        else:
            is_back = digest(self.after) == digest(self.before)
            row_result.fate = Fate.BACK if is_back else Fate.PROPOSED

    def _write(self, text: Any, is_create: bool) -> None:
        if not is_create:
            text = locked(text)  # Somebody may have approved it since it was read
        if text.state == State.PUBLISHED:
            propose(text, self.after, editor=self._editor, now=self._now)
            return
        if text.state == State.IN_REVIEW:
            text.state, text._change_reason = State.DRAFT, REASON
            text.save()
        self.kind.shape.save(text, self.after, self._names, REASON)
        self.file.drafted(text)

    def _refused(self, text: Any, row: Any, change: ProposedChange | None) -> str:
        """Say why this editor may not have the text changed by this row, or nothing."""
        model = self.kind.model._meta
        right = "add" if text.pk is None else "change"
        if self._times[row["slug"].strip()] > 1:
            return _("The same slug stands in several rows.")
        if self._says_nothing_new(change):
            return ""
        if not self._editor.has_perm(f"{model.app_label}.{right}_{model.model_name}"):
            return (
                _("You have no right to add it.")
                if right == "add"
                else _("You have no right to change it.")
            )
        if text.state == State.WITHDRAWN:
            return _("It was withdrawn; take it up again first.")
        if change is not None and not self._may_go_on(change):
            return _("A change of it waits already; open it in its form.")
        return ""

    def _of_rules(self) -> list[Fault]:
        """Find what is wrong with the whole of it, and what it refers to in vain."""
        name, slug = self.kind.name, self.after.get("slug", "")
        faults = [
            Fault(name, slug, key, text)
            for rule in self.kind.rules
            for key, text in rule(self.after)
        ]
        for path, kind, named in self.kind.shape.references(self.after):
            try:
                self._names.key(kind, named)
            except NotInDatabase:
                faults.append(Fault(name, slug, path, _("There is no “%s”.") % named))
        return faults

    def _says_nothing_new(self, change: ProposedChange | None) -> bool:
        known = [proposed_entry(change)] if change else []
        if not self._may_go_on(change):
            known.append(self.before)
        return digest(self.after) in map(digest, known)

    def _may_go_on(self, change: ProposedChange | None) -> bool:
        return bool(change and change.is_own_draft_of(self._editor))

    def _in_order(self, entry: Entry) -> Entry:
        return {f.key: entry[f.key] for f in self.kind.fields if f.key in entry}

    def _changes_that_wait(self) -> dict[int, ProposedChange]:
        kind = ContentType.objects.get_for_model(self.kind.model)
        keys = [text.pk for text, _entry in self._stored.values()]
        waiting = ProposedChange.objects.waiting().filter(content_type=kind, object_id__in=keys)
        return {change.object_id: change for change in waiting}
