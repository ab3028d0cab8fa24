"""What the first page shows: the question, the result, the fields of change, where to start."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from amendments.models import Amendment, Referendum, Result, Topic

REFERENDUM = "2022-06"
START_WITH = (
    "art-15-2-death-penalty",
    "art-72-3-citizens-complaints",
    "art-50-3-mazhilis-98-mixed-system",
    "art-43-3-president-no-party",
    "art-6-3-land-and-natural-resources",
)
TRY_THIS = {"turnout": "40", "yes": "90", "regions": "17"}


def home_context() -> dict[str, Any]:
    """Six queries, whatever the size."""
    published = Amendment.objects.published()
    start = {a.slug: a for a in published.for_list().filter(slug__in=START_WITH)}
    counted = Q(amendments__law__slug=REFERENDUM, amendments__in=published)
    topics = list(
        Topic.objects.published().annotate(
            changes=Count("amendments", filter=counted, distinct=True)
        )
    )
    return {
        "referendum": Referendum.objects.published().filter(slug=REFERENDUM).first(),
        "result": Result.objects.filter(
            referendum__in=Referendum.objects.published().filter(slug=REFERENDUM),
            stage=Result.Stage.FINAL,
        )
        .prefetch_related("counts")
        .first(),
        "topics": topics,
        "count": sum(topic.changes for topic in topics),
        "start_with": [start[slug] for slug in START_WITH if slug in start],
        "try_url": f"{reverse('amendments:try_the_rule')}?{urlencode(TRY_THIS)}",
    }
