from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.article_page import ArticlePage
from amendments.models import Article
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page

CONSTITUTION = "1995"


@require_safe
@public_page
def article(request: HttpRequest, number: str) -> HttpResponse:
    """Show an article on a day (`?on=YYYY-MM-DD`) or compare two (`?from=…&to=…`)."""
    found = get_object_or_404(
        Article.objects.select_related("section__constitution"),
        number=number,
        section__constitution__slug=CONSTITUTION,
    )
    page = ArticlePage(found, get_language(), request.GET)
    return render_page_or_partial(
        request, "amendments/article.html", "reading", {"article": found, "page": page}
    )
