"""A safe `.env` for one's own machine, and a word in time when the port is taken.

Run as `python -m civic.local_environment`, before anything else; the standard library is enough.
"""

import errno
import os
import secrets
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LOCAL = """\
# Written by `make run` for this machine only. `.env.example` explains every variable.
SECRET_KEY={secret_key}
DEBUG=false
HTTPS=false
ALLOWED_HOSTS=127.0.0.1,localhost,[::1]
DATABASE_URL=sqlite:///db.sqlite3
EDITORS_SECOND_FACTOR=false
LOG_LEVEL=WARNING
"""


def write_once(path: Path) -> bool:
    """Write a local environment unless `path` is there; return whether it was written.

    The file appears whole or not at all, readable by its owner alone, and an existing one is
    never changed, not even when two starts race.
    """
    if path.exists():
        return False
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(LOCAL.format(secret_key=secrets.token_urlsafe(50)))
        os.link(draft, path)  # Unlike a rename, it fails when the other start was first
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def demand_free_port(host: str, port: int) -> None:
    """Stop the start with a plain sentence when something listens at `host`:`port` already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EACCES:
                reason = f"Port {port} needs more rights than you have"
            elif error.errno == errno.EADDRINUSE:
                reason = f"Port {port} is taken, perhaps by another `make run`"
            else:
                reason = f"Port {port} cannot be opened at {host} ({error.strerror})"
            sys.exit(f"{reason}. Choose another: make run PORT={min(port + 1, 65535)}")


if __name__ == "__main__":
    if write_once(ROOT / ".env"):
        print("Wrote .env with safe settings for this machine.", flush=True)
