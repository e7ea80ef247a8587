"""What an answer may cost: time, size, and what goes along with a request."""

import datetime
import gzip
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.internet import Internet, Send, internet, page

from vigor.fetch import Fetched, Limits, Refused, get, wire

HTML = ("text/html",)
START = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.fixture
def net() -> Iterator[Internet]:
    with internet() as made:
        yield made


def fetch(**limits: float) -> Fetched:
    return get("http://social.example/", accept=HTML, limits=Limits(**limits))  # type: ignore[arg-type]


def kind(**limits: float) -> str:
    with pytest.raises(Refused) as refused:
        fetch(**limits)
    return refused.value.kind


def test_a_body_that_says_it_is_huge_isnt_read(net: Internet) -> None:
    net.host("social.example", lambda path, send: send(START + b"Content-Length: 10000000000\r\n\r\n"))
    assert kind() == "large"


def test_a_body_that_is_huge_without_saying_so_is_left(net: Internet) -> None:
    def endless(path: str, send: Send) -> None:
        send(START + b"Transfer-Encoding: chunked\r\n\r\n")
        while True:
            send(b"10000\r\n" + b"a" * 65536 + b"\r\n")

    net.host("social.example", endless)
    assert kind() == "large"


def test_a_small_packed_body_that_unpacks_to_a_huge_one_is_left(net: Internet) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 60_000
    net.host("social.example", page(bomb, "text/html", "Content-Encoding: gzip"))
    assert kind() == "large"


@pytest.mark.parametrize("packing", ["br", "gzip, gzip", "zstd", "deflate"])
def test_packings_that_we_never_asked_for_are_left(net: Internet, packing: str) -> None:
    net.host("social.example", page(b"\0", "text/html", f"Content-Encoding: {packing}"))
    assert kind() == "garbled"


def test_a_packed_body_is_unpacked(net: Internet) -> None:
    net.host("social.example", page(gzip.compress("Blåbär".encode()), "text/html", "Content-Encoding: gzip"))
    assert fetch().text == "Blåbär"


def test_a_body_that_drips_is_given_up_in_time(net: Internet) -> None:
    drops: list[int] = []

    def drip(path: str, send: Send) -> None:
        send(START + b"Content-Length: 1000\r\n\r\n")
        for number in range(1000):
            drops.append(number)
            send(b"a")
            time.sleep(0.05)

    net.host("social.example", drip)
    assert kind(seconds=0.5) == "slow"
    assert len(drops) < 1000


def test_headers_that_drip_are_given_up_in_time(net: Internet) -> None:
    def drip(path: str, send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(1000):
            send(b"a")
            time.sleep(0.05)

    net.host("social.example", drip)
    assert kind(seconds=0.5) == "slow"


def test_a_server_that_says_nothing_is_given_up_in_time(net: Internet) -> None:
    net.host("social.example", lambda path, send: time.sleep(2))
    assert kind(seconds=0.3) == "slow"


def test_a_name_that_takes_long_to_look_up_is_given_up_in_time(net: Internet) -> None:
    given_up = threading.Event()

    def look_up(*_: object, **__: object) -> list[object]:
        given_up.wait(60)
        return []

    # Lifted here, inside of `net`'s own: lifted after it, it would put `net`'s back for all the tests that follow.
    with patch("socket.getaddrinfo", look_up):
        assert kind(seconds=0.3) == "slow"
    given_up.set()


def test_the_time_is_for_all_the_redirects_together(net: Internet) -> None:
    def late(path: str, send: Send) -> None:
        time.sleep(0.25)
        send(b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")

    net.host("social.example", late)
    assert kind(seconds=0.6, redirects=20) == "slow"


@pytest.mark.parametrize("head", [b"X: " + b"a" * 500_000, b"X: a\r\n" * 100_000])
def test_endless_headers_are_left(net: Internet, head: bytes) -> None:
    net.host("social.example", lambda path, send: send(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n"))
    assert kind() in ("garbled", "large")


def test_endless_promises_of_an_answer_are_left(net: Internet) -> None:
    def promise(path: str, send: Send) -> None:
        while True:
            send(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)

    net.host("social.example", promise)
    assert kind(size=100_000) in ("large", "garbled")


@pytest.mark.parametrize(
    "answer",
    [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", b"HTTP/1.1 999999 \r\n\r\n"],
)
def test_answers_that_are_none_are_refused(net: Internet, answer: bytes) -> None:
    net.host("social.example", lambda path, send: send(answer))
    assert kind() in ("garbled", "unreachable")


def test_what_is_no_page_isnt_read(net: Internet) -> None:
    net.host("social.example", page(b"\x89PNG", "image/png"))
    assert kind() == "type"


def test_an_answer_of_another_status_is_given_back(net: Internet) -> None:
    net.host("social.example", page("{}", "application/json", status="500 Sorry"))
    assert fetch().status == 500


def test_an_empty_answer_is_an_answer(net: Internet) -> None:
    net.host("social.example", page(""))
    assert fetch().text == ""


def test_a_request_carries_nothing_of_ours(
    net: Internet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine social.example login anna password hemligt\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HTTP_PROXY", "http://10.0.0.1:3128")
    monkeypatch.setenv("ALL_PROXY", "http://10.0.0.1:3128")
    server = net.host("social.example", page("Hej", "text/html", "Set-Cookie: a=b; Path=/"))
    fetch()
    fetch()
    assert net.connected == ["8.8.4.4", "8.8.4.4"]
    for request in server.requests:
        names = {line.partition(":")[0].lower() for line in request.strip().splitlines()[1:]}
        assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert "user-agent: vigor" in request.lower()


@pytest.mark.parametrize(
    ("content_type", "body", "text"),
    [
        ("text/html; charset=iso-8859-1", "Blåbär".encode("latin-1"), "Blåbär"),
        ("text/html", b'<meta charset="windows-1252">\x93Hej\x94', '<meta charset="windows-1252">“Hej”'),
        ("text/html", "Blåbär".encode(), "Blåbär"),
        ("text/html; charset=utf-8", b"Bl\xe5b\xe4r", "Bl�b�r"),
        ("text/html; charset=punycode", b"abc", "abc"),
        ("text/html; charset=unicode_escape", b"\\x41", "\\x41"),
        ("text/html; charset=no-such", b"abc", "abc"),
    ],
)
def test_text_is_read_as_it_was_written(net: Internet, content_type: str, body: bytes, text: str) -> None:
    net.host("social.example", page(body, content_type))
    assert fetch().text == text


@pytest.mark.parametrize("body", [b"{", b"", b"[" * 100_000, b"1" * 10_000, b"\xff"])
def test_json_that_is_none_is_refused(body: bytes) -> None:
    with pytest.raises(Refused, match="garbled"):
        Fetched("http://social.example/", 200, "application/json", body).json()


def certificate(host: str, folder: Path) -> Path:
    """A certificate that vouches for itself, with its key, in one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / f"{host}.pem"
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


def test_certificates_are_checked_against_the_name_and_not_the_address(
    net: Internet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = certificate("social.example", tmp_path)
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(path)
    net.host("social.example", page("Hej"), tls=shown)
    net.names["other.example"] = [["8.8.4.4"]]

    with pytest.raises(Refused, match="unreachable"):  # nobody we trust has signed it
        get("https://social.example/", accept=HTML)
    trusting = ssl.create_default_context(cafile=str(path))
    monkeypatch.setattr(wire, "_trust", lambda: trusting)
    assert get("https://social.example/", accept=HTML).text == "Hej"
    with pytest.raises(Refused, match="unreachable"):
        get("https://other.example/", accept=HTML)


def test_a_secure_page_doesnt_send_us_to_an_insecure_one(
    net: Internet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = certificate("social.example", tmp_path)
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(path)
    net.host(
        "social.example",
        page("", "text/html", "Location: http://plain.example/", status="302 Found"),
        tls=shown,
    )
    net.host("plain.example", page("Hej"), address="9.9.9.9")
    trusting = ssl.create_default_context(cafile=str(path))
    monkeypatch.setattr(wire, "_trust", lambda: trusting)
    with pytest.raises(Refused, match="redirects"):
        get("https://social.example/", accept=HTML)
