"""The site's addresses, with those of the statistics in the admin."""

from django.contrib import admin
from django.urls import include, path

from civic.urls import urlpatterns as of_the_site
from quiz.admin import statistics

urlpatterns = [
    path(
        "admin/",
        include(
            (
                [path("quiz/quiz/", include(statistics.urlpatterns)), *admin.site.get_urls()],
                "admin",
            ),
            namespace="admin",
        ),
    ),
    *(one for one in of_the_site if getattr(one, "namespace", "") != "admin"),
]
