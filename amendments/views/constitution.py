from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.constitution_page import ConstitutionPage
from amendments.models import Constitution
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from amendments.views.article import CONSTITUTION


@require_safe
@public_page
def constitution(request: HttpRequest) -> HttpResponse:
    """Show the contents on a day (`?on=YYYY-MM-DD`) or what changed between two
    (`?from=…&to=…`)."""
    found = get_object_or_404(Constitution, slug=CONSTITUTION)
    page = ConstitutionPage(found, get_language(), request.GET)
    return render_page_or_partial(
        request, "amendments/constitution.html", "reading", {"page": page}
    )
