"""How the API answers, and what its OpenAPI document says of itself."""

from typing import Any

# Everyone may read, nobody is known; only JSON unless a view has other forms
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "amendments.api.negotiation.ByQuality",
    "DEFAULT_THROTTLE_CLASSES": ["amendments.api.throttling.PerAddress"],
    "DEFAULT_SCHEMA_CLASS": "amendments.api.schema.PublicSchema",
    "EXCEPTION_HANDLER": "amendments.api.problems.answer",
    "DEFAULT_METADATA_CLASS": None,
    "URL_FORMAT_OVERRIDE": None,
    "COERCE_DECIMAL_TO_STRING": False,
}

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "OAS_VERSION": "3.1.0",
    "TITLE": "Ata Zań: the Constitution, explained",
    "VERSION": "1.0.0",
    "DESCRIPTION": (
        "What the referendum of 5 June 2022 changed in the Constitution of Kazakhstan, word for "
        "word: everything the site shows, for programs. Read only, without a key, in Kazakh, "
        "Russian and English. `/api/docs/` tells how it is meant to be used, with examples.\n\n"
        "Every list, every thing in it, a redline and a grading also take `fields=slug,title`: the "
        "answer then has only these fields. The root, `search/` and documents (`.xml`) do not. It "
        "is not among the parameters, since a typed client could not read such an answer."
    ),
    "LICENSE": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SORT_OPERATION_PARAMETERS": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "amendments.api.schema.tidy",
        "civic.api_schema.describe_tags",
    ],
    "ENUM_NAME_OVERRIDES": {
        "Language": "amendments.languages.LANGUAGES",
        "Certainty": "amendments.models.Certainty",
        "Fate": "amendments.models.Successor.Fate",
        "KindOfChange": "amendments.models.Kind",
        "KindOfStatement": "amendments.models.Statement.Kind",
        "Nature": "amendments.api.law_texts.Nature",
        "Precision": "amendments.models.Precision",
        "Standing": "amendments.api.law_texts.StandingOnDay",
        "Verdict": "amendments.models.FactCheck.Verdict",
    },
}
