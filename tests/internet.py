"""An invented internet: hosts with public addresses, behind which servers on this machine answer.

The client under test runs as in production. Only the system's two calls are led astray: the one that looks a name up,
and the one that connects to an address; what goes anywhere else fails the test.
"""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from unittest.mock import patch

Send = Callable[[bytes], None]
Answer = Callable[[str, Send], None]
"""answer(path, send): what a server sends for a path, headers and all."""


def page(
    body: str | bytes, content_type: str = "text/html; charset=utf-8", *lines: str, status: str = "200 OK"
) -> Answer:
    """An ordinary answer, the same for every path."""
    content = body.encode() if isinstance(body, str) else body

    def answer(path: str, send: Send) -> None:
        head = [
            f"HTTP/1.1 {status}",
            f"Content-Type: {content_type}",
            f"Content-Length: {len(content)}",
            *lines,
        ]
        send("\r\n".join([*head, "", ""]).encode() + content)

    return answer


def redirect(to: str, status: str = "302 Found") -> Answer:
    return page("", "text/html", f"Location: {to}", status=status)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, answer: Answer, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[str] = []
        self.answer = answer
        self.tls = tls
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what many of these tests are about."""


class _Handler(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        if self.server.tls is None:
            self._talk(self.request)
            return
        with suppress(OSError), self.server.tls.wrap_socket(self.request, server_side=True) as connection:
            self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            if not (piece := connection.recv(65536)):
                return
            head += piece
        text = head.decode("latin-1")
        self.server.requests.append(text)
        with suppress(OSError):
            self.server.answer(text.split(" ")[1], connection.sendall)


class Internet:
    """`host(…)` puts a server behind a name; `names` may be changed while a test runs."""

    def __init__(self) -> None:
        self.names: dict[
            str, list[list[str]]
        ] = {}  # for each look-up the addresses it gives; the last one stays
        self.asked: list[str] = []
        self.connected: list[str] = []
        self._servers: dict[str, _Server] = {}

    def host(
        self, name: str, answer: Answer, *, address: str = "8.8.4.4", tls: ssl.SSLContext | None = None
    ) -> _Server:
        server = serve(answer, tls)
        self._servers[address] = server
        self.names.setdefault(name, [[address]])
        return server

    def close(self) -> None:
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    def look_up(self, host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        self.asked.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        answers = self.names[host]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]

    def connect(self, address: tuple[str, int], *args: object, **kwargs: object) -> socket.socket:
        self.connected.append(address[0])
        if address[0] not in self._servers:
            raise AssertionError(f"something connected to {address[0]}")
        real = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        real.connect(self._servers[address[0]].server_address)
        return real


def serve(answer: Answer, tls: ssl.SSLContext | None = None) -> _Server:
    """A server on loopback, at `server.server_address`; shut it down yourself."""
    server = _Server(answer, tls)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return server


@contextmanager
def internet() -> Iterator[Internet]:
    made = Internet()
    with patch("socket.getaddrinfo", made.look_up), patch("socket.create_connection", made.connect):
        yield made
    made.close()
