"""The project's addresses, with the upload at one of its own."""

from django.urls import path

from amendments.comparative_table.admin_view import import_comparative_table_view
from civic.urls import handler403, handler404
from civic.urls import urlpatterns as of_the_project

urlpatterns = [path("upload/", import_comparative_table_view, name="upload"), *of_the_project]
__all__ = ["handler403", "handler404", "urlpatterns"]
