"""The kinds of hits in the law's own content, in the order in which readers see them."""

from django.utils.translation import gettext_lazy as _

from amendments.search.registry import Kind

CHANGE = Kind("change", _("Changes"))
ARTICLE = Kind("article", _("Articles"), 1.1)
TOPIC = Kind("topic", _("Topics"), 1.1)
TERM = Kind("term", _("Glossary"), 1.15)
INSTITUTION = Kind("institution", _("Institutions"), 1.05)
REFERENDUM = Kind("referendum", _("Referendum"), 0.95)
SINCE_2026 = Kind("since_2026", _("Since 2026"), 0.95)
EVENT = Kind("event", _("Timeline"), 0.9)
VOICE = Kind("voice", _("Voices"), 0.85)
FACT_CHECK = Kind("fact_check", _("Fact check"), 0.9)
LAW = Kind("law", _("Laws"), 0.9)
ABOUT = Kind("about", _("How we know"), 0.8)
SOURCE = Kind("source", _("Sources"), 0.6)
