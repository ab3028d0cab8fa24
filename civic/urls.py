"""Addresses: readers' pages under a language, machines' addresses apart."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, register_converter

from amendments.feeds import ChangesFeed, TopicFeed
from amendments.public_page import public_page
from amendments.sitemaps import SiteMap
from amendments.views.embed import change_embed, oembed
from amendments.views.open_data import open_data
from amendments.views.robots import robots
from civic import views
from civic.converters import LanguageConverter
from civic.health import health
from civic.security_txt import security_txt
from quiz.views.embed import question_embed

register_converter(LanguageConverter, "language")

urlpatterns = [
    path("", views.front_door, name="front_door"),
    path("language/<language:language>/", views.choose_language, name="choose_language"),
    path("health/", health, name="health"),
    path("favicon.ico", views.icon, name="icon"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", public_page(sitemap), {"sitemaps": {"": SiteMap}}, name="sitemap"),
    path(
        "feeds/changes.<language:language>.atom",
        public_page(ChangesFeed()),
        name="changes_feed",
    ),
    path(
        "feeds/topics/<slug:slug>.<language:language>.atom",
        public_page(TopicFeed()),
        name="topic_feed",
    ),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("embed/amendments/<slug:slug>/", change_embed, name="change_embed"),
    path("embed/questions/<slug:slug>/", question_embed, name="question_embed"),
    path("oembed", oembed, name="oembed"),
    path("open-data/<str:name>", open_data, name="open_data"),
    path("api/", include("civic.api")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("", include("amendments.urls")),
        path("", include("quiz.urls")),
    ),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
