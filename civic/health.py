"""Whether this process and its database answer, for load balancers."""

import logging

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers, else 503; why it does not is only in the log."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except Error:
        log.exception("The database does not answer")
        answer = JsonResponse({"status": "failing", "database": "failing"}, status=503)
    else:
        answer = JsonResponse({"status": "ok", "database": "ok"})
    answer.headers["Cache-Control"] = "no-store"
    return answer
