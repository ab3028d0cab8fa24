"""Others' documents: a Constitution is compared, the changes of a law are staged as drafts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.auth.models import User

from amendments.akoma_ntoso.document.eids import eid
from amendments.akoma_ntoso.document.frbr import constitution_uri, law_uri
from amendments.akoma_ntoso.document.parts import ConstitutionName
from amendments.akoma_ntoso.faults import Fault, Unreadable
from amendments.akoma_ntoso.law_with_changes import address, name_of_law
from amendments.akoma_ntoso.listing import Fate, Listed
from amendments.akoma_ntoso.reading.finding import where
from amendments.akoma_ntoso.reading.modifications import ReadModification, modifications
from amendments.akoma_ntoso.reading.opening import Opened
from amendments.akoma_ntoso.reading.values import Values
from amendments.comparative_table.listing import Fate as StagedFate
from amendments.comparative_table.listing import Listed as StagedListed
from amendments.comparative_table.matching.matched import Matched
from amendments.comparative_table.staging import Staging
from amendments.comparative_table.wanted import Wanted
from amendments.models import AmendingLaw, Constitution, Provision, Topic

_FATES = {
    StagedFate.STAGED: Fate.STAGED,
    StagedFate.FILLED_IN: Fate.STAGED,
    StagedFate.ALREADY_HERE: Fate.SAME,
    StagedFate.DIFFERS: Fate.KEPT,
    StagedFate.PUBLISHED: Fate.KEPT,
}


@dataclass(frozen=True)
class Foreign:
    """A document that we did not write. `law` and `topic` are what drafts shall belong to, where
    the document or other amendments do not say."""

    file: str
    opened: Opened
    law: AmendingLaw | None = None
    topic: Topic | None = None
    editor: User | None = None


def law_of(foreign: Foreign) -> AmendingLaw:
    """Raises Unreadable."""
    if foreign.law:
        return foreign.law
    for law in AmendingLaw.objects.select_related("constitution"):
        if law_uri(name_of_law(law, "en")) == foreign.opened.work:
            return law
    text = (
        f"{foreign.opened.work} is neither a Constitution nor an amending law here; "
        "--law names the law whose changes it has."
    )
    raise Unreadable([Fault(where(foreign.opened.act), text, foreign.file)])


def constitution_of(opened: Opened) -> Constitution | None:
    for constitution in Constitution.objects.all():
        name = ConstitutionName(constitution.slug, constitution.adopted_on)
        if constitution_uri(name) == opened.work:
            return constitution
    return None


def staged(foreign: Foreign) -> list[Listed]:
    """Stage what a law changes, within the caller's transaction. Raises Unreadable."""
    law = law_of(foreign)
    values = Values()
    found = list(modifications(foreign.opened, values))
    if values.faults:
        raise Unreadable([Fault(each.where, each.text, foreign.file) for each in values.faults])
    if not found:
        text = "<analysis> has no <activeModifications>: what it changes cannot be told"
        return [Listed(foreign.file, where(foreign.opened.act), Fate.NOT_UNDERSTOOD, "", text)]
    return list(_Staged(foreign, law).all(found))


@dataclass
class _Staged:
    foreign: Foreign
    law: AmendingLaw
    provisions: dict[str, Provision] = field(init=False)

    def __post_init__(self) -> None:
        held = Provision.objects.of(self.law.constitution)
        held = held.select_related("article__section", "section")
        self.provisions = {eid(address(provision)): provision for provision in held}

    def all(self, found: list[ReadModification]) -> Iterator[Listed]:
        wanted = {
            language: Wanted(
                law=self.law,
                language=language,
                topic=self.foreign.topic,
                editor=self.foreign.editor,
                file_name=self.foreign.file,
            )
            for language in {mod.language or self.foreign.opened.language for mod in found}
        }
        for language, each in sorted(wanted.items()):
            staging = Staging(each, self.law.in_force_from or self.law.dated)
            taken = []
            for mod in found:
                if (mod.language or self.foreign.opened.language) != language:
                    continue
                reason = self._why_not(mod)
                if reason:
                    yield self._listed(mod, Fate.NOT_UNDERSTOOD, reason)
                else:
                    taken.append((mod, self._take(staging, mod)))
            staging.write([listed for _mod, listed in taken])
            for mod, listed in taken:
                fate = _FATES.get(listed.fate, Fate.NOT_UNDERSTOOD)
                said = ": ".join(filter(None, (listed.slug, listed.reason)))
                yield self._listed(mod, fate, said)

    def _why_not(self, mod: ReadModification) -> str:
        constitution = self.law.constitution
        name = ConstitutionName(constitution.slug, constitution.adopted_on)
        if mod.why_not or mod.address is None:
            return mod.why_not
        if mod.work != constitution_uri(name):
            return f"it changes {mod.work or 'the document itself'}, not {constitution_uri(name)}"
        if eid(mod.address) not in self.provisions:
            return f"{eid(mod.address)} is no provision here"
        return ""

    def _take(self, staging: Staging, mod: ReadModification) -> StagedListed:
        assert mod.address is not None  # noqa: S101 - understood
        provision = self.provisions[eid(mod.address)]
        day = mod.in_force.since if mod.in_force else None
        matched = Matched(provision, mod.before, mod.after)
        return staging.take(where(mod.element), matched, (), in_force_from=day)

    def _listed(self, mod: ReadModification, fate: Fate, said: str) -> Listed:
        what = eid(mod.address) if mod.address else ""
        return Listed(self.foreign.file, where(mod.element), fate, what, said)
