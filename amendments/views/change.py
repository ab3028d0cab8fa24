from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.change_page import ChangePage
from amendments.models import Amendment
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from amendments.recent_changes import last_changed
from amendments.second_language import SecondLanguage


@require_safe
@public_page
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one change: its texts, what they mean and how we know."""
    languages = [get_language(), SecondLanguage.from_query(request.GET).code]
    published = Amendment.objects.published().for_page().with_authentic_texts(languages)
    published = published.annotate(changed=last_changed(Amendment))
    amendment = get_object_or_404(published, slug=slug)
    page = ChangePage(amendment, get_language(), request.GET)
    return render_page_or_partial(
        request, "amendments/change.html", "texts", {"change": amendment, "page": page}
    )
