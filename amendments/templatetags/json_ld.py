"""JSON-LD for search engines, as data in a script element: no browser runs it, so the Content
Security Policy has nothing against it."""

from collections.abc import Iterable

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from amendments.article_page import ArticlePage
from amendments.change_page import ChangePage
from amendments.json_ld import legislation, questions, reference, things
from amendments.models import Constitution, FactCheck, Term

register = template.Library()


@register.simple_tag
def legislation_json_ld(page: ChangePage) -> SafeString:
    """What one change did to the law, whether that holds today, what is misunderstood of it."""
    return script([*legislation.of_change(page), *questions.of_misconceptions(page)])


@register.simple_tag
def article_json_ld(page: ArticlePage) -> SafeString:
    return script(legislation.of_article(page))


@register.simple_tag
def constitution_json_ld(constitution: Constitution) -> SafeString:
    return script(legislation.of_constitution(constitution))


@register.simple_tag
def glossary_json_ld(terms: Iterable[Term]) -> SafeString:
    return script(reference.of_glossary(terms))


@register.simple_tag
def term_json_ld(term: Term) -> SafeString:
    return script(reference.of_term(term))


@register.simple_tag
def checked_point_json_ld(point: FactCheck) -> SafeString:
    return script(reference.of_checked_point(point))


@register.simple_tag
def home_json_ld(search: str) -> SafeString:
    return script(reference.of_home(search))


@register.simple_tag(takes_context=True)
def trail_json_ld(context: template.RequestContext, *names_and_paths: object) -> SafeString:
    """Say the way to this page: name and path of each page above it, then its own name.

    Usage: {% trail_json_ld "Glossary" glossary_url term_name %}. The first page is left out.
    """
    *above, name = map(str, names_and_paths)
    steps = [*zip(above[::2], above[1::2], strict=True), (name, context.request.path)]
    full = [(called, settings.SITE_URL + path) for called, path in steps]
    return script([things.trail(full)])


def script(said: list[things.Thing]) -> SafeString:
    """Set what is said in a script element of data; also for other apps."""
    content = things.as_script(said)  # Cannot end the element: it has no < > or &
    return mark_safe(f'<script type="application/ld+json">{content}</script>')  # noqa: S308
