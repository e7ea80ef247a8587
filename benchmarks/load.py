"""A load of its own: a few connections that are kept open, each sending its next request when it has its answer.

`main` runs in a process of its own, so that it shares an interpreter with nothing: it reads a JSON object on standard
input, {"host", "port", "request", "connections", "requests", "seconds"} (`{n}` in the request is another
number each time), and prints
{"per_second", "p95_ms", "bytes", "failed"}. It stops after `requests` answers or `seconds`, whichever comes first.
"""

from __future__ import annotations

import json
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from statistics import quantiles
from time import perf_counter, time_ns

# Other numbers in every process, so that no answer that a server kept is asked for.
_numbers = count(time_ns() // 1_000 % 10_000_000_000)


@dataclass
class Outcome:
    """What one connection saw: seconds per answer, bytes of the last answer's body, and answers that weren't 200."""

    waits: list[float] = field(default_factory=list)
    size: int = 0
    failed: int = 0


def answer(connection: socket.socket) -> tuple[int, int]:
    """(status, length of the body) of one answer."""
    held = b""
    while (end := held.find(b"\r\n\r\n")) < 0:
        held += _more(connection)
    head = held[:end].lower()
    start = head.index(b"content-length:") + len(b"content-length:")
    length = int(head[start : head.find(b"\r\n", start) if b"\r\n" in head[start:] else None])
    missing = length - (len(held) - end - 4)
    while missing > 0:
        missing -= len(_more(connection))
    return int(head.split(b" ", 2)[1]), length


def _more(connection: socket.socket) -> bytes:
    piece = connection.recv(262_144)
    if not piece:
        raise ConnectionError("the server hung up")
    return piece


def work(host: str, port: int, request: bytes, requests: int, until: float) -> Outcome:
    outcome = Outcome()
    with socket.create_connection((host, port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while len(outcome.waits) < requests and perf_counter() < until:
            asked = request.replace(b"{n}", b"%d" % next(_numbers)) if b"{n}" in request else request
            start = perf_counter()
            connection.sendall(asked)
            status, outcome.size = answer(connection)
            outcome.waits.append(perf_counter() - start)
            outcome.failed += status != 200
    return outcome


def main() -> None:
    asked = json.load(sys.stdin)
    connections = asked["connections"]
    start = perf_counter()
    until = start + asked["seconds"]
    share = asked["requests"] // connections
    with ThreadPoolExecutor(connections) as pool:
        jobs = [
            pool.submit(work, asked["host"], asked["port"], asked["request"].encode("latin-1"), share, until)
            for _ in range(connections)
        ]
        outcomes = [job.result() for job in jobs]
    took = perf_counter() - start
    waits = [wait for outcome in outcomes for wait in outcome.waits]
    result = {
        "per_second": len(waits) / took,
        "p95_ms": quantiles(waits, n=20)[-1] * 1000,
        "bytes": outcomes[0].size,
        "failed": sum(outcome.failed for outcome in outcomes),
    }
    print(json.dumps(result))
