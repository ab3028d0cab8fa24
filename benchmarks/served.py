"""The site as gunicorn serves it, with the shipped content, in a folder that goes afterwards."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
START = 30  # Seconds until it must answer
STOP = 25  # Seconds until it must have ended: longer than gunicorn's graceful_timeout
PREPARING = 300  # Seconds for each command before the start
SETTINGS = """\
from civic.settings import *
STATIC_ROOT = {static!r}
ROOT_URLCONF = {urls!r}
"""


@contextmanager
def served_site(urls: str = "civic.urls", **variables: str) -> Iterator[str]:
    """Serve with deploy/gunicorn.conf.py and yield the address, without a slash at the end.

    The database, the collected files and the port are its own: neither `.env` nor a running site
    matters, unless `variables` say so. Raises CalledProcessError when it cannot be prepared,
    RuntimeError when it does not answer within `START` seconds, with what it printed.
    """
    with TemporaryDirectory(prefix="ata-zan-served-") as name:
        folder = Path(name)
        port = _free_port()
        environment = _environment(folder, port) | variables
        static = str(folder / "static")
        settings = SETTINGS.format(static=static, urls=urls)
        (folder / "served_settings.py").write_text(settings, encoding="utf-8")
        for command in ("migrate", "load_content", "collectstatic"):
            options = ["--noinput"] if command != "load_content" else []
            subprocess.run(  # noqa: S603  Our own commands
                [sys.executable, "manage.py", command, "--verbosity=0", *options],
                cwd=ROOT,
                env=environment,
                check=True,
                timeout=PREPARING,
            )
        with (folder / "server.log").open("w+", encoding="utf-8") as log:
            server = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "gunicorn",
                    "--config=deploy/gunicorn.conf.py",
                    "civic.wsgi",
                ],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            try:
                if not _answers(server, port):
                    log.seek(0)
                    raise RuntimeError(f"The site did not start:\n{log.read()}")
                yield f"http://{HOST}:{port}"
            finally:
                _stop(server)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _environment(folder: Path, port: int) -> dict[str, str]:
    """Return the user's environment with every variable of `.env.example` at a safe value."""
    return os.environ | {
        "PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")]),
        "DJANGO_SETTINGS_MODULE": "served_settings",
        "SECRET_KEY": "only for measuring on this machine",
        "DEBUG": "false",
        "ALLOWED_HOSTS": HOST,
        "HOST": HOST,
        "PORT": str(port),
        "SITE_URL": f"http://{HOST}:{port}",  # Else each page names another as its original
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "CACHE_URL": "locmem://",
        "HTTPS": "false",
        "BEHIND_TLS_PROXY": "false",
        "CSRF_TRUSTED_ORIGINS": "",
        "PUBLIC_PAGES_STRICT": "false",
        "PUBLIC_PAGES_CACHE_SECONDS": "3600",
        "LOG_LEVEL": "WARNING",
        "ACCESS_LOG": "false",
        "WORKERS": "2",
        "THREADS": "8",
    }


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the site says it is well; return False when it ended or took too long."""
    deadline = time.monotonic() + START
    while time.monotonic() < deadline and server.poll() is None:
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/health/")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return True
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.2)
    return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(STOP)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
