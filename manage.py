#!/usr/bin/env python
"""Run the project's management commands with the settings of the environment and `.env`."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "civic.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))  # A wrong setting is said in one sentence


if __name__ == "__main__":
    main()
