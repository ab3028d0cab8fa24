"""Which pages can be embedded; other apps add theirs in `AppConfig.ready()`."""

from collections.abc import Callable
from dataclasses import dataclass

from amendments.models import Amendment
from amendments.texts import Text, text_in


@dataclass(frozen=True)
class Embeddable:
    """One kind of page. Its address and that of its embed take the same slug.

    `title_of` gives the title of a published text in a language, or None where there is none;
    `height` is that of the frame in pixels where the host page does not listen to ours.
    """

    embed: str
    height: int
    title_of: Callable[[str, str], Text | None]


def _title_of_change(slug: str, language: str) -> Text | None:
    change = Amendment.objects.published().filter(slug=slug).first()
    return change and text_in(language, change, "title")


# By the name of the view that shows the whole page
EMBEDDABLE: dict[str, Embeddable] = {
    "amendments:change": Embeddable("change_embed", 480, _title_of_change),
}
