"""Where the browser is: ours to find, never to download."""

import functools
import os
import shutil


@functools.cache
def find_chromium() -> str | None:
    """Return the path of a Chromium, from CHROMIUM or by the names systems give it."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if path := shutil.which(name):
            return path
    return None
