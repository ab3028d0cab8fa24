"""Settings, read from the environment. `.env.example` documents every variable."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import drf_spectacular_sidecar
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from civic import environment as env
from civic.api_settings import REST_FRAMEWORK as REST_FRAMEWORK
from civic.api_settings import SPECTACULAR_SETTINGS as SPECTACULAR_SETTINGS

env.read_local_file()

# The site

BASE_DIR = env.ROOT
DEBUG = env.switch("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY", "a long random text")  # No default: the start stops without it
ALLOWED_HOSTS = env.host_names("ALLOWED_HOSTS", default=[])
PORT = env.whole_number("PORT", default=8000, at_least=1, at_most=65535)  # Of our own server
SITE_URL = env.site_address("SITE_URL", default=f"http://127.0.0.1:{PORT}")
ROOT_URLCONF = "civic.urls"
WSGI_APPLICATION = "civic.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",  # Before the admin, whose forms it extends
    "civic.sign_in.apps.EditorsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "drf_spectacular",  # For `check --deploy`, which holds the API's description to its rules
    "simple_history",
    "template_partials",
    "amendments",
    "quiz",
    "civic",
]

MIDDLEWARE = [
    "civic.cross_origin.OpenToOtherSites",  # Outermost: refusals and redirects are open too
    "civic.public_pages.PublicPageGuard",  # Then this, so it sees the response nearly last
    "civic.latin_script.KazakhInLatinScript",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "civic.sign_in.half_way.NobodyUntilVerified",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",  # Last, so it answers in place of the sign-in page
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "civic.page_context.page_context",
            ],
        },
    },
]

# Where things are kept

DATABASES = {"default": env.database("DATABASE_URL", default="sqlite:///db.sqlite3")}
CACHES = {"default": env.cache("CACHE_URL", default="locmem://")}
OPEN_DATA_FOLDER = env.folder("OPEN_DATA_FOLDER", default="open-data")

# Languages and time: Kazakh first; the address says the language, never a guess

LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", _("Kazakh")), ("ru", _("Russian")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "civic" / name for name in ("locale", "locale_of_libraries")]
FORMAT_MODULE_PATH = ["civic.formats"]
TIME_ZONE = "Asia/Almaty"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

MODELTRANSLATION_DEFAULT_LANGUAGE = "en"  # Required first; Kazakh and Russian follow
MODELTRANSLATION_LANGUAGES = ("kk", "ru", "en")
MODELTRANSLATION_FALLBACK_LANGUAGES = ("en", "ru", "kk")

# Static files: hashed names, cached for ever, compressed once

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
SWAGGER_UI = Path(drf_spectacular_sidecar.__file__).parent.joinpath(
    "static", "drf_spectacular_sidecar", "swagger-ui-dist"
)  # Not the package's app, which has 20 MB more
STATICFILES_DIRS: list[Any] = [BASE_DIR / "static", ("swagger-ui", SWAGGER_UI)]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Safety: nothing from elsewhere, nothing inline

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

HTTPS = env.switch("HTTPS", default=True)  # Off only on one's own machine
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # Load balancers ask without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_AGE = None  # The cookie of the report form ends with the browser
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.switch("BEHIND_TLS_PROXY", default=False) else None
)
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS", default=[])

# Editors sign in with a password, few tries at it, and a second factor

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # First, so a locked name is not even looked at
    "django.contrib.auth.backends.ModelBackend",
]
EDITORS_SECOND_FACTOR = env.switch("EDITORS_SECOND_FACTOR", default=True)
OTP_TOTP_ISSUER = "Ata Zań"  # As the app on the phone shows it
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60  # How long a link to choose a password works

SESSION_COOKIE_AGE = (
    60 * 60 * env.whole_number("EDITORS_SESSION_HOURS", default=8, at_least=1, at_most=24 * 365)
)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"

AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # Nobody is kept out by someone who goes on
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "civic.sign_in.lock.address_of"
AXES_LOCKOUT_CALLABLE = "civic.sign_in.lock.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # Who signed in from where is not written down
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
AXES_VERBOSE = False  # Neither are names and addresses in the log
AXES_ENABLE_ADMIN = False

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

# Readers' reports: the address to answer to, and spam, go after so many days (forget_reports)

REPORT_CONTACT_DAYS = env.whole_number("REPORT_CONTACT_DAYS", default=90, at_least=1, at_most=3650)
REPORT_SPAM_DAYS = env.whole_number("REPORT_SPAM_DAYS", default=30, at_least=1, at_most=3650)

# Who finds a hole reads in security.txt whom to tell; it is renewed day by day

SECURITY_CONTACT = env.contact("SECURITY_CONTACT", default="")  # Without one: the report form
SECURITY_TXT_DAYS = env.whole_number("SECURITY_TXT_DAYS", default=90, at_least=1, at_most=365)

# Public pages: the guard raises here in tests, repairs and logs in production

PUBLIC_PAGES_STRICT = env.switch("PUBLIC_PAGES_STRICT", default=False)
PUBLIC_PAGES_CACHE_SECONDS = env.whole_number(
    "PUBLIC_PAGES_CACHE_SECONDS", default=3600, at_most=365 * 24 * 60 * 60
)

# The API (the rest is in civic.api_settings)

API_REQUESTS_PER_MINUTE = env.whole_number("API_REQUESTS_PER_MINUTE", default=300, at_least=1)

# Logs go to standard output, one line an event

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stdout": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["stdout"],
        "level": env.one_of("LOG_LEVEL", env.LOG_LEVELS, default="INFO"),
    },
}
