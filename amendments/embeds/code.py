"""The HTML with which a host page shows an embed."""

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from amendments.embeds.registry import Embeddable

WIDTH = 640  # Pixels, where nobody asks for less


def frame(
    kind: Embeddable, slug: str, title: str, language: str, *, width: int | str, height: int
) -> SafeString:
    """Return an `iframe`. Its title is what a screen reader announces.

    No style: the host's own policy may forbid it, and `frameborder` works everywhere.
    """
    return format_html(
        '<iframe src="{}{}?lang={}" title="{}" width="{}" height="{}" loading="lazy"'
        ' frameborder="0"></iframe>',
        settings.SITE_URL,
        reverse(kind.embed, args=[slug]),
        language,
        title,
        width,
        height,
    )
