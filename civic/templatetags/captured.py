"""Text that a page says once and its head says three times: title, description."""

from html import unescape

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.template.context import Context

register = template.Library()


class Captured(Node):
    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Context) -> str:
        context[self.name] = unescape(" ".join(self.nodelist.render(context).split()))
        return ""


@register.tag
def captured(parser: Parser, token: Token) -> Captured:
    """Keep what stands between the tags, as plain text under a name, and show nothing.

    Usage: {% captured as title %}{% block title %}{% endblock %}{% endcaptured %}. What is kept
    is escaped again wherever it is shown, so it may stand in an attribute too.
    """
    parts = token.split_contents()
    if len(parts) != 3 or parts[1] != "as":
        raise template.TemplateSyntaxError("Write {% captured as name %}.")
    nodelist = parser.parse(("endcaptured",))
    parser.delete_first_token()
    return Captured(nodelist, parts[2])
