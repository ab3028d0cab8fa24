from django.urls import path, register_converter

from amendments.converters import ArticleNumberConverter
from amendments.views import referendum, since_2026
from amendments.views.about import about, accessibility, privacy
from amendments.views.article import article
from amendments.views.change import change
from amendments.views.change_list import change_list
from amendments.views.constitution import constitution
from amendments.views.corrections import corrections
from amendments.views.fact_check import checked_point, fact_check
from amendments.views.glossary import glossary, term
from amendments.views.institutions import institution, institutions
from amendments.views.report import report, report_thanks
from amendments.views.review_link import review_link
from amendments.views.search import search
from amendments.views.sources import source, sources
from amendments.views.timeline import timeline
from amendments.views.topics import topic, topics
from amendments.views.voices import voice, voices

register_converter(ArticleNumberConverter, "article_number")

app_name = "amendments"
urlpatterns = [
    path("amendments/", change_list, name="list"),
    path("amendments/<slug:slug>/", change, name="change"),
    path("topics/", topics, name="topics"),
    path("topics/<slug:slug>/", topic, name="topic"),
    path("constitution/", constitution, name="constitution"),
    path("constitution/article-<article_number:number>/", article, name="article"),
    path("referendum/", referendum.referendum, name="referendum"),
    path("referendum/try-the-rule/", referendum.try_the_rule, name="try_the_rule"),
    path("referendum/regions/", referendum.regions, name="referendum_regions"),
    path("referendum/results/", referendum.results, name="referendum_results"),
    path("referendum/how-it-was-held/", referendum.held, name="referendum_held"),
    path("referendum/criticism/", referendum.criticism, name="referendum_criticism"),
    path("referendum/voices/", referendum.voices, name="referendum_voices"),
    path("since-2026/", since_2026.since_2026, name="since_2026"),
    path("since-2026/new/", since_2026.novelties, name="novelties"),
    path("since-2026/vote/", since_2026.vote, name="vote_2026"),
    path("since-2026/not-known/", since_2026.not_known, name="not_known_2026"),
    path("institutions/", institutions, name="institutions"),
    path("institutions/<slug:slug>/", institution, name="institution"),
    path("timeline/", timeline, name="timeline"),
    path("glossary/", glossary, name="glossary"),
    path("glossary/<slug:slug>/", term, name="term"),
    path("voices/", voices, name="voices"),
    path("voices/<slug:slug>/", voice, name="voice"),
    path("fact-check/", fact_check, name="fact_check"),
    path("fact-check/<slug:slug>/", checked_point, name="checked_point"),
    path("sources/", sources, name="sources"),
    path("sources/<slug:slug>/", source, name="source"),
    path("search/", search, name="search"),
    path("about/", about, name="about"),
    path("corrections/", corrections, name="corrections"),
    path("report/", report, name="report"),
    path("report/thanks/", report_thanks, name="report_thanks"),
    path("review/<str:token>/", review_link, name="review_link"),
    path("privacy/", privacy, name="privacy"),
    path("accessibility/", accessibility, name="accessibility"),
]
