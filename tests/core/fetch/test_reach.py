"""What the client refuses to reach, as it is set in production."""

from collections.abc import Iterator

import pytest
from tests.internet import Internet, internet, page, redirect

from vigor.fetch import Limits, Refused, get

HTML = ("text/html",)

INSIDE = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.170.2",
    "168.63.129.16",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "192.88.99.1",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
)


@pytest.fixture
def net() -> Iterator[Internet]:
    with internet() as made:
        yield made


def kind(url: str, **limits: float) -> str:
    """Why an address is refused."""
    with pytest.raises(Refused) as refused:
        get(url, accept=HTML, limits=Limits(**limits))  # type: ignore[arg-type]
    assert refused.value.say("sv") != refused.value.say("en")
    return refused.value.kind


def test_it_fetches_from_a_public_address(net: Internet) -> None:
    net.host("social.example", page("<p>Hej"))
    fetched = get("http://social.example/@anna#bio", accept=HTML)
    assert (fetched.text, fetched.status, fetched.content_type) == ("<p>Hej", 200, "text/html")
    assert fetched.url == "http://social.example/@anna"


@pytest.mark.parametrize("address", INSIDE)
def test_it_refuses_names_that_lead_inside(net: Internet, address: str) -> None:
    net.names["inside.example"] = [[address]]
    assert kind("http://inside.example/") == "private"
    assert net.connected == []


@pytest.mark.parametrize("address", INSIDE)
def test_it_refuses_addresses_inside_as_they_are(net: Internet, address: str) -> None:
    host = f"[{address.replace('%', '%25')}]" if ":" in address else address
    assert kind(f"http://{host}/latest/meta-data/") in ("private", "address")
    assert net.connected == []


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "127.1", "127.0.0.1.", "127.00.0.1",
     "127%2e0.0.1", "１２７.0.0.1", "①②⑦.0.0.1", "0", "[::ffff:7f00:1]", "localhost", "LOCALHOST.", "ｌocalhost", "intranet", "metadata"],
)  # fmt: skip
def test_it_refuses_other_spellings_of_addresses_inside(net: Internet, host: str) -> None:
    assert kind(f"http://{host}/") in ("private", "address")
    assert net.asked == net.connected == []


def test_it_refuses_a_name_with_one_public_and_one_private_address(net: Internet) -> None:
    net.host("both.example", page("Hej"))
    net.names["both.example"] = [["8.8.4.4", "10.0.0.1"]]
    assert kind("http://both.example/") == "private"
    assert net.connected == []


def test_a_name_that_changes_between_check_and_connection_gains_nothing(net: Internet) -> None:
    net.host("rebinding.example", page("Hej"))
    net.names["rebinding.example"] = [["8.8.4.4"], ["127.0.0.1"]]
    assert get("http://rebinding.example/", accept=HTML).text == "Hej"
    assert net.connected == ["8.8.4.4"]
    assert net.asked == ["rebinding.example"]


def test_a_name_that_changes_between_redirects_is_refused(net: Internet) -> None:
    net.host("rebinding.example", redirect("/again"))
    net.names["rebinding.example"] = [["8.8.4.4"], ["169.254.169.254"]]
    assert kind("http://rebinding.example/") == "private"
    assert net.connected == ["8.8.4.4"]


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://127.0.0.1:8080/", "private"),
        ("//[::1]/", "private"),
        ("http://0x7f.1/", "address"),
        ("http://localhost/", "private"),
        ("http://inside.example/", "private"),
        ("http://name:secret@social.example/", "user-info"),
        ("http://social.example:22/", "port"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://social.example/", "scheme"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(net: Internet, to: str, why: str) -> None:
    net.host("social.example", redirect(to))
    net.names["inside.example"] = [["10.0.0.1"]]
    assert kind("http://social.example/") == why
    assert net.connected == ["8.8.4.4"]


def test_it_follows_few_redirects(net: Internet) -> None:
    net.host("one.example", redirect("http://two.example/there", "301 Moved"))
    net.host("two.example", page("Framme"), address="9.9.9.9")
    fetched = get("http://one.example/", accept=HTML)
    assert (fetched.text, fetched.url) == ("Framme", "http://two.example/there")
    net.host("circle.example", redirect("/"))
    assert kind("http://circle.example/") == "redirects"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "address"),
        ("social.example", "address"),
        ("ftp://social.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://", "address"),
        ("http://anna@social.example/", "user-info"),
        ("http://anna:hemligt@social.example/", "user-info"),
        ("http://@social.example/", "user-info"),
        ("http://social.example\\@127.0.0.1/", "address"),
        ("http://social.example/\r\nHost: inside", "address"),
        ("http://social.example/\x00", "address"),
        ("http://social.example:22/", "port"),
        ("http://social.example:6379/", "port"),
        ("http://social.example:0/", "port"),
        ("http://social.example:99999/", "port"),
        ("http://social.example:x/", "address"),
        ("http://social.example/" + "a" * 8000, "address"),
        ("http://nobody.example/", "name"),
        ("http://[::1/", "address"),
    ],
)
def test_it_says_why_an_address_is_no_use(net: Internet, url: str, why: str) -> None:
    net.host("social.example", page("Hej"))
    assert kind(url) == why
    assert net.connected == []


def test_only_a_setting_for_tests_lets_it_reach_this_machine(net: Internet) -> None:
    net.host("localhost", page("Hej"), address="127.0.0.1")
    assert get("http://localhost:3000/", accept=HTML, limits=Limits(loopback=True)).text == "Hej"
    for other in ("10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1"):
        net.names["inside.example"] = [[other]]
        assert kind("http://inside.example/", loopback=True) == "private"
    assert Limits().loopback is False
