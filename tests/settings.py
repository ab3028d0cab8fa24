"""The project's settings in an environment of the tests' own.

Neither `.env` nor the user's variables reach the tests, apart from DATABASE_URL and CACHE_URL,
by which CI runs the suite on PostgreSQL and Redis.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

ENVIRONMENT = {
    "SECRET_KEY": "for tests only",
    "HTTPS": "false",
    "ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
    "EDITORS_SECOND_FACTOR": "false",  # Tests of signing in turn it on
    "PUBLIC_PAGES_STRICT": "true",
    "PUBLIC_PAGES_CACHE_SECONDS": "0",  # So that queries are counted; a test may turn it on
    "LOG_LEVEL": "WARNING",
} | {name: os.environ[name] for name in ("DATABASE_URL", "CACHE_URL") if os.environ.get(name)}

# Processes that share the work each empty their cache; in Redis each has a database of its own.
_worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
_cache = ENVIRONMENT.get("CACHE_URL", "")
if _cache.startswith("redis") and _worker.isdecimal():
    _address, _, _database = _cache.rpartition("/")
    ENVIRONMENT["CACHE_URL"] = f"{_address}/{int(_database) + int(_worker)}"

with (
    patch.dict(os.environ, ENVIRONMENT, clear=True),
    patch("civic.environment.read_local_file"),
):
    from civic.settings import *  # noqa: F403  These are the settings, but for what follows
    from civic.settings import DATABASES, STORAGES

# Empty: pages name files as they lie in `static`, and no client reads in all that were built.
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="ata-zan-static-"))
atexit.register(shutil.rmtree, STATIC_ROOT, ignore_errors=True)
OPEN_DATA_FOLDER = Path(tempfile.mkdtemp(prefix="ata-zan-open-data-"))
atexit.register(shutil.rmtree, OPEN_DATA_FOLDER, ignore_errors=True)

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: the live server's threads and parallel writers need connections of
    # their own. Each process has its folder, so suites may run side by side.
    _folder = tempfile.mkdtemp(prefix="ata-zan-tests-")
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # Fast, and only here
