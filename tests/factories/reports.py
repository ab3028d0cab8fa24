import factory
from factory.django import DjangoModelFactory

from amendments.models import Report


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    page = "/en/timeline/?phase=referendum"
    what = factory.Sequence(lambda n: f"The day is wrong, {n}.")
    contact = "aigul@example.kz"
    language = "ru"
