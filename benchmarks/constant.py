"""The site's addresses and one more: a view that returns as many bytes as asked, and does nothing.

For `benchmarks.served.served_site(urls=…)`; measures nothing itself.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from civic.urls import urlpatterns as addresses


def constant(request: HttpRequest, size: int) -> HttpResponse:
    return HttpResponse(b"." * size)


urlpatterns = [path("constant/<int:size>/", constant), *addresses]
