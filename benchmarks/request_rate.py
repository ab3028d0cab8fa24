"""How many requests a second a served site answers, over connections kept open.

Requests are made beforehand, so that the measuring itself costs next to nothing.
"""

import socket
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from urllib.parse import urlsplit

TIMEOUT = 60  # Seconds for one answer of the server


def request(method: str, site: str, path: str, headers: dict[str, str], body: str) -> bytes:
    named = headers | {"Host": urlsplit(site).netloc, "Content-Length": str(len(body))}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items())]
    return "\r\n".join([*lines, "", body]).encode()


def rate(site: str, requests: list[list[bytes]], status: int) -> tuple[float, int]:
    """Send each list by a connection of its own; return the rate, and the bytes of one answer."""
    parts = urlsplit(site)

    def send(mine: list[bytes]) -> int:
        with socket.create_connection((parts.hostname, parts.port), TIMEOUT) as connection:
            sizes = [_sent(connection, request, status) for request in mine]
        return sizes[len(sizes) // 2]

    with ThreadPoolExecutor(len(requests)) as threads:
        start = monotonic()
        sizes = list(threads.map(send, requests))
        seconds = monotonic() - start
    return sum(len(each) for each in requests) / seconds, sizes[0]


def _sent(connection: socket.socket, request: bytes, status: int) -> int:
    """Send one request, take the whole answer, return the size of its body."""
    connection.sendall(request)
    answer = connection.recv(65_536)
    while b"\r\n\r\n" not in answer:
        answer += connection.recv(65_536)
    head, _blank, body = answer.partition(b"\r\n\r\n")
    if int(head.split(b" ", 2)[1]) != status:
        raise RuntimeError(head.decode())
    size = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
    left = size - len(body)
    while left > 0:
        left -= len(connection.recv(65_536))
    return size
