"""What publishers were called so far is their English name.

Sources that no editor has touched since they were loaded are remembered as saying so now, or
the content files would wait for ever with their Kazakh and Russian names.
"""

import json
from hashlib import sha256

from django.db import migrations
from django.db.models import F

LANGUAGES = ("kk", "ru", "en")


def carry_over(apps, schema_editor):
    for name in ("Source", "HistoricalSource"):
        apps.get_model("amendments", name).objects.update(publisher_en=F("publisher"))
    remember(apps, lambda name: name, lambda name: {"en": name})


def take_back(apps, schema_editor):
    remember(apps, lambda name: {"en": name}, lambda name: name)


def remember(apps, before, after):
    """Replace what is remembered of each source that still says it. Two queries, and one each."""
    shipped = apps.get_model("amendments", "ShippedEntry").objects.filter(kind="sources")
    sources = {row.slug: row for row in apps.get_model("amendments", "Source").objects.all()}
    for each in shipped:
        source = sources.get(each.slug)
        if source and each.digest == digest(source, before(source.publisher)):
            each.digest = digest(source, after(source.publisher))
            each.save()


def digest(source, publisher):
    entry = {
        "slug": source.slug,
        "publisher": publisher,
        "title": by_language(source, "title"),
        "url": source.url,
        "dated": source.dated,
        "note": by_language(source, "note"),
    }
    entry = {key: value for key, value in entry.items() if value}
    text = json.dumps(entry, default=str, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()


def by_language(source, field):
    texts = {language: getattr(source, f"{field}_{language}") for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text}


class Migration(migrations.Migration):

    dependencies = [
        ('amendments', '0010_names_of_publishers'),
    ]

    operations = [
        migrations.RunPython(carry_over, take_back),
    ]
