"""Addresses of this site, in texts, that lead nowhere."""

import re
from collections.abc import Callable, Iterator

from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.known import Page, own_hosts
from amendments.content_checks.registry import content_check
from amendments.content_checks.subject import Subject

PATH = re.compile(r"(?:(?<=[\s(\[«“\"'])|^)/[a-z][\w/.-]*[\w/](?:\?[\w=&-]*)?(?:#[\w-]+)?")
PLAIN_FIELDS = frozenset({"page"})  # Not translated, yet an address
FOUND = {
    Page.GONE: (Problem.DEAD_LINK, Level.ERROR),
    Page.UNPUBLISHED: (Problem.LINK_TO_UNPUBLISHED, Level.HINT),
    Page.UNKNOWN: (Problem.ADDRESS_UNKNOWN, Level.HINT),
}


@content_check
def links_lead_somewhere(subject: Subject) -> Iterator[Finding]:
    for written in subject.texts():
        yield from dead_links(written.text, written.path, subject.known.page_at, own_hosts())
    for key in PLAIN_FIELDS & subject.entry.keys():
        value = str(subject.entry[key])
        yield from dead_links(value, key, subject.known.page_at, own_hosts())


def dead_links(
    text: str, path: str, page_at: Callable[[str], Page], site: str
) -> Iterator[Finding]:
    """Find the addresses that lead nowhere; `site` is how a full address of ours begins."""
    ours = re.sub(rf"{re.escape(site)}(?=/)", lambda found: " " * len(found[0]), text)
    for found in PATH.finditer(ours):
        page = page_at(found[0])
        if page in FOUND:
            problem, level = FOUND[page]
            yield Finding(problem, level, path, found.start(), found[0])
