"""Connections to addresses that were checked, with a clock and a measure on what goes through them.

This is httpcore2's own place for such things: a network backend is handed the host's name, and opens the connection.
The name is therefore looked up here, once, and no other part of the client asks for it again.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import httpcore2
import httpx2

from vigor.fetch.limits import Ip, Limits, refusal
from vigor.fetch.refusals import Refused

# What headers, chunks' lengths and encryption may add to a body on the wire, for all the redirects together.
WRAPPING = 256 * 1024
# No single attempt to connect takes all of the time: the next address in the answer gets its chance.
LONGEST_ATTEMPT = 5.0


class Meter:
    """The time and size that are left to one fetch, over all its connections."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._ends = time.monotonic() + limits.seconds
        self._bytes = limits.size + WRAPPING

    def left(self, wished: float | None = None) -> float:
        """Seconds that are left, at most `wished`. Raises Refused when the time is up."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise Refused("slow")
        return left if wished is None else min(left, wished)

    def count(self, size: int) -> None:
        self._bytes -= size
        if self._bytes < 0:
            raise Refused("large")


def look_up(host: str, meter: Meter) -> list[Ip]:
    """The addresses that a host's name stands for now. Raises Refused.

    In a thread of its own: the system's resolver takes as long as it likes, and can't be told when to stop.
    """
    try:
        return [ipaddress.ip_address(host)]
    except ValueError:
        pass
    answers: queue.SimpleQueue[list[Ip] | None] = queue.SimpleQueue()
    threading.Thread(target=lambda: answers.put(_ask(host)), daemon=True).start()
    try:
        found = answers.get(timeout=meter.left())
    except queue.Empty:
        raise Refused("slow") from None
    if not found:
        raise Refused("name")
    return found


def _ask(host: str) -> list[Ip] | None:
    try:
        rows = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(ipaddress.ip_address(row[4][0]) for row in rows))
    except (OSError, ValueError):  # ValueError: a name that can't be encoded
        return None


class Wire(httpcore2.NetworkStream):
    """A connection whose every read and write is timed by what is left of the whole, and counted."""

    def __init__(self, inner: httpcore2.NetworkStream, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._meter.left(timeout))
        self._meter.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._meter.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> Wire:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._meter.left(timeout))
        return Wire(inner, self._meter)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class Pinned(httpcore2.NetworkBackend):
    """Opens connections to checked addresses only."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._system = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> Wire:
        addresses = look_up(host, self._meter)
        # All of them: a name that answers with a public and a private address is playing with us.
        for address in addresses:
            if kind := refusal(address, port, self._meter.limits):
                raise Refused(kind)
        for address in addresses:
            try:
                inner = self._system.connect_tcp(str(address), port, self._meter.left(LONGEST_ATTEMPT))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
            return Wire(inner, self._meter)
        raise Refused("unreachable")

    def connect_unix_socket(self, *args: Any, **kwargs: Any) -> httpcore2.NetworkStream:
        raise Refused("address")


class _Body(httpx2.SyncByteStream):
    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class Transport(httpx2.BaseTransport):
    """httpx2 over such connections: it lets nobody else say how its own transport connects."""

    def __init__(self, meter: Meter) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=_trust(), network_backend=Pinned(meter))

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        response = self._pool.handle_request(
            httpcore2.Request(
                request.method, target, headers=request.headers.raw, extensions=request.extensions
            )
        )
        return httpx2.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions
        )

    def close(self) -> None:
        self._pool.close()


@cache
def _trust() -> ssl.SSLContext:
    """The system's certificates. Read once: it takes tens of milliseconds."""
    return httpcore2.default_ssl_context()
