"""How often one reader may write: counted in the cache, where nothing says who it was."""

import logging
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from time import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Asked:
    """How much of `most` is `left` to a reader, and in how many `seconds` the count begins anew.

    `left` is negative once there was more.
    """

    most: int
    left: int
    seconds: int


def may_write(request: HttpRequest, what: str, *, most: int, seconds: int) -> bool:
    """Count one more `what` from this reader; False once there were more than `most`.

    The count begins with the first and is forgotten after `seconds`. Of the address only a
    keyed hash is kept, and only so long. A cache that fails lets everybody write. With a cache
    of its own for each process (`locmem://`) each process counts for itself.
    """
    return _counted(request, what, seconds) <= most


def asked_by_the_clock(request: HttpRequest, what: str, *, most: int, seconds: int) -> Asked:
    """Count one more `what` as `may_write` does, but from one full period of the clock to the next.

    So that everybody can be told when the count begins anew.
    """
    now = int(time())
    number = _counted(request, f"{what}:{now // seconds}", seconds)
    return Asked(most, most - number, seconds - now % seconds)


def _counted(request: HttpRequest, what: str, seconds: int) -> int:
    key = f"{what}:{salted_hmac('amendments.rate_limit', network_of(request)).hexdigest()}"
    try:
        cache.add(key, 0, seconds)
        return cache.incr(key)
    except ValueError:  # It came to its end between the two
        return 0
    except (OSError, RedisError):
        log.exception("The cache does not answer; nothing is counted")
        return 0


def network_of(request: HttpRequest) -> str:
    """Return the network address a request comes from; of IPv6 the half that a household keeps.

    Behind a proxy, which must say for whom it asks, it is the last one named: those before it
    are the reader's own words.
    """
    given = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        given = request.META.get("HTTP_X_FORWARDED_FOR", given).rpartition(",")[2].strip()
    try:
        address = ip_address(given)
    except ValueError:
        return ""
    return str(ip_network(f"{address}/64", strict=False) if address.version == 6 else address)
