"""How gunicorn serves, on one's own machine and in production alike.

Threads rather than one request a worker: a browser opens connections ahead of need, and an idle
one must not hold a whole worker. The code is loaded once and shared by the workers' memory.
"""

import os
import signal
from typing import TYPE_CHECKING

from civic import environment as env
from civic.local_environment import demand_free_port

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter
    from gunicorn.workers.base import Worker

env.read_local_file()

_host = env.text("HOST", "an address to listen at, such as 127.0.0.1", default="127.0.0.1")
_port = env.whole_number("PORT", default=8000, at_least=1, at_most=65535)
_shown = f"[{_host}]" if ":" in _host else _host

bind = f"{_shown}:{_port}"
workers = env.whole_number("WORKERS", default=2, at_least=1)
worker_class = "gthread"
threads = env.whole_number("THREADS", default=8, at_least=1)
preload_app = True
timeout = 30  # Seconds without a sign of life, then the worker is replaced
graceful_timeout = 20  # Seconds that requests under way may take when the server is told to stop
keepalive = 5
accesslog = "-" if env.switch("ACCESS_LOG", default=False) else None
loglevel = env.one_of("LOG_LEVEL", env.LOG_LEVELS, default="INFO").lower()
control_socket_disable = True  # It would be a file in somebody's home folder
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108  In memory: a slow disk must not look like a dead worker


def on_starting(server: "Arbiter") -> None:
    demand_free_port(_host, _port)


def when_ready(server: "Arbiter") -> None:
    """Load every view before the workers part, so that a broken one stops the start here."""
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018  Loaded when first asked for
    print(f"Ata Zań is at http://{_shown}:{_port}/  (Ctrl-C stops it)", flush=True)


def post_worker_init(worker: "Worker") -> None:
    """Leave Ctrl-C to the arbiter, which tells the workers to stop.

    A terminal sends it to the workers too, and a threaded one told twice at once can lock up.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
