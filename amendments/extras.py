"""What other apps show on the pages of this one; they say so in `AppConfig.ready()`.

A template gets the text the page is about: `change` or `topic`. It makes no query, and what it
fetches later brings its own style: the first view of a page stays light.
"""

from dataclasses import dataclass, field


@dataclass
class Extras:
    """Templates, in the order in which they came."""

    templates: list[str] = field(default_factory=list)

    def add(self, template: str) -> None:
        """Show a template from now on. The second time changes nothing."""
        if template not in self.templates:
            self.templates.append(template)


on_changes = Extras()
on_topics = Extras()
