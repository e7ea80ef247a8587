"""What bad input gets: a clear message that names the line; nothing lost, nothing half-done, nothing executed."""

import logging
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from vigor_portal.asking.actions import send_question
from vigor_portal.asking.models import Question
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Department, Member, Organisation
from vigor_portal.policies.models import Policy, PublicPage, PublishedKey, Version, VersionText

SignIn = Callable[[Member], Client]

HEAD = """---
policy: social-media
title: Så gör vi
language: sv
---

"""
BODY = """## Det kan vara vi som har fel {#respect}

Den som skriver har en poäng.

- Vi låter den andra få sista ordet. {#last-word}
"""
GOOD = HEAD + BODY

# What is wrong, the file, the line, and words that the message must hold, in Swedish and in English.
UNREADABLE = (
    ("a field that YAML can't read", GOOD.replace("title: Så gör vi", "title: [Så"), 4, "Uppgifterna överst", "fields at the top"),
    ("no fields at all", BODY, 1, "vilket språk", "which language"),
    ("fields that never end", GOOD.replace("sv\n---\n", "sv\n"), 1, "mellan raderna med ---", "between the lines of ---"),
    ("a field twice", GOOD.replace("title:", "title: A\ntitle:"), 4, "två gånger", "twice"),
    ("an unknown language", GOOD.replace("language: sv", "language: tlh"), 4, "tlh", "tlh"),
    ("a key twice", GOOD + "- Vi en gång till. {#last-word}\n", 12, "last-word används redan på rad 11", "already used on line 11"),
    ("a right-to-left override", GOOD.replace("poäng", "\u202egnäop"), 9, "U+202E", "U+202E"),
    ("Latin-1", GOOD.encode("latin-1"), 3, "UTF-8", "UTF-8"),
    ("UTF-16", GOOD.encode("utf-16"), 1, "UTF-8", "UTF-8"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8", 1, "UTF-8", "UTF-8"),
    ("a file of zeros", b"\0" * 4_000, None, "ingen textfil", "not a text file"),
    ("over a million characters", GOOD + "Ord på ord. " * 90_000, 1, "Dela", "Split it"),
    ("over two megabytes", HEAD.encode() + b"a" * 2_000_000, None, "2,000,", "2,000,"),
)  # fmt: skip


def publish(path: Path) -> str:
    """What was said on standard error."""
    said = StringIO()
    call_command("publish", str(path), "--because", "Prov", stdout=StringIO(), stderr=said)
    return said.getvalue()


def rows() -> list[int]:
    tables = (Policy, Version, VersionText, PublishedKey, PublicPage, Entry)
    return [table.objects.count() for table in tables]


@pytest.mark.django_db
@pytest.mark.parametrize("shell", ["sv_SE.UTF-8", "en_GB.UTF-8"])
@pytest.mark.parametrize(("bad", "line", "swedish", "english"), [row[1:] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])  # fmt: skip
def test_a_text_that_cannot_be_read_is_refused_by_line_and_leaves_nothing_behind(
    bad: str | bytes, line: int | None, swedish: str, english: str, shell: str,
    tmp_path: Path, organisation: Organisation, monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    monkeypatch.setenv("LC_ALL", shell)
    path = tmp_path / "policy.md"
    path.write_bytes(bad if isinstance(bad, bytes) else bad.encode())
    before = rows()
    with pytest.raises(CommandError) as refusal:
        publish(path)
    said = str(refusal.value)
    assert refusal.value.returncode == 2
    assert (swedish if shell.startswith("sv") else english) in said
    assert f"{path}:{line}: " in said if line else str(path) in said
    # The file is the writer's: it stands as it was.
    assert path.read_bytes() == (bad if isinstance(bad, bytes) else bad.encode())
    assert rows() == before


@pytest.mark.django_db
def test_a_refused_text_leaves_the_version_in_force_as_it_was(
    client: Client, tmp_path: Path, organisation: Organisation
):
    path = tmp_path / "policy.md"
    path.write_text(GOOD)
    publish(path)
    before, page = rows(), client.get("/press/sv/").content
    path.write_text(GOOD.replace("poäng", "tanke") + "- Vi en gång till. {#last-word}\n")
    with pytest.raises(CommandError):
        publish(path)
    assert rows() == before
    assert client.get("/press/sv/").content == page


@pytest.mark.django_db
def test_a_megabyte_of_words_is_published_and_read(
    client: Client, tmp_path: Path, organisation: Organisation
):
    path = tmp_path / "policy.md"
    path.write_text(GOOD.replace("poäng.", "poäng. " + "Ord på ord på ord. " * 50_000))
    publish(path)
    assert client.get("/press/sv/respect").status_code == 200


SCRIPTED = HEAD.replace("Så gör vi", "Så <script>alert(0)</script> gör vi") + """Först <script>alert(1)</script>.

## Det kan vara <img src=x onerror=alert(2)> vi {#respect}

Den som <b onclick="alert(3)">skriver</b> har [en](javascript:alert(4)) ![poäng](data:text/html,alert).

<script>alert(5)</script>

<iframe src="https://far.example"></iframe><style>body{display:none}</style>

- Vi låter <svg/onload=alert(6)> den [andra](JaVaScRiPt:alert(7)) få {{ sista }} {% now "Y" %} ordet. {#last-word}

### Ett <a href="x" onmouseover="alert(8)">fall</a> {#case shows="last-word"}

Läget &lt;script&gt;alert(9)&lt;/script&gt;.

- [x] ”><script>alert(10)</script> → </textarea><script>alert(11)</script>
"""  # fmt: skip
# Nothing of it may come through as markup.
LIVE = (
    *("<script>alert", "<img src=x", "<img src=\"data", "<b onclick", "<svg/", "<iframe", "<style", "<a href=\"x\""),
    *("href=\"javascript", "href=\"JaVa", "href=\"data:"),
)  # fmt: skip


@pytest.mark.django_db
def test_html_and_script_in_a_policy_are_shown_as_words_and_never_run(
    signed_in: SignIn, employee: Member, tmp_path: Path, organisation: Organisation
):
    Department.objects.create(slug="sales", names={"sv": "Sälj", "en": "Sales"})
    path = tmp_path / "policy.md"
    path.write_text(SCRIPTED)
    warned = publish(path)
    assert f"{path}:7: " in warned
    assert f"{path}:13: " in warned
    path.write_text(SCRIPTED.replace("Läget", "Det nya läget <script>alert(12)</script>"))
    publish(path)
    client = signed_in(employee)
    for address in (
        *("/", "/policy/", "/policy/respect", "/policy/last-word", "/policy/case", "/policy/versions/", "/policy/new/"),
        *("/policy/versions/1/", "/policy/compare/1/2/", "/policy/side-by-side/", "/policy/intro/sales/"),
        *("/press/sv/", "/press/sv/respect", "/press/sv/last-word", "/press/sv/case", "/press/sv/versions"),
        *("/press/sv/compare/1/2", "/press/sv/versions/1", "/press/sv/feed.atom"),
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = answer.content.decode()
        found = [words for words in LIVE if words in page]
        assert not found, f"{address}: {found}"
        if "html" in answer["Content-Type"]:
            assert "unsafe-inline" not in answer["Content-Security-Policy"]
    reply = client.post(reverse("asking:ask"), {"question": "Får den andra sista ordet?"}).content.decode()
    assert not [words for words in LIVE if words in reply]
    # What is meant as a file never opens as a page.
    export = client.get("/press/sv/policy.md")
    assert export["Content-Type"].startswith("text/markdown")
    assert export["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "browser", "said"),
    [
        ("/finns/inte", "sv", "Här hittar vi in"),
        ("/finns/inte", "en", "We find nothing here"),
        ("/press/en/nothing", "sv", "We find nothing here"),
        ("/press/sv/nothing", "en", "Här hittar vi in"),
        ("/press/xx/", "en", "We find nothing here"),
        ("/policy/../../etc/passwd", "en", "We find nothing here"),
        ("/%00", "sv", "Här hittar vi in"),
        ("/%ff%fe", "sv", "Här hittar vi in"),
    ],
)
def test_a_wrong_address_gets_a_page_in_our_own_voice(
    client: Client, organisation: Organisation, address: str, browser: str, said: str
):
    answer = client.get(address, headers={"accept-language": browser})
    assert answer.status_code == 404
    assert said in answer.content.decode()


@pytest.mark.django_db
def test_a_member_reads_of_a_wrong_address_in_their_own_language(
    signed_in: SignIn, make_member: Callable[..., Member], organisation: Organisation
):
    client = signed_in(make_member("Elsie", language="en"))
    answer = client.get("/policy/nothing/of/that", headers={"accept-language": "sv"})
    assert answer.status_code == 404
    assert 'lang="en"' in answer.content.decode()


BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
ODD = {
    "a hundred thousand characters": "hund " * 20_000,
    "zeros": "Får vi\0 ha\0\0 hund här?",
    "bidirectional overrides": f"Får vi {BIDI} ha hund här?",
    "only emoji": "🐕🐕‍🦺👩🏽‍💻🏳️‍🌈",
    "only punctuation": "?!…—*`#[](){}<>%s%n",
    "a template": "{{ request.user.password }} {% debug %}",
    "SQL": "'; DROP TABLE people_member; --",
    "one long word": "å" * 500,
    "combining marks": "a" + "\u0301" * 400,
    "nothing but space": " \u2003\u00a0\n\t",
}


@pytest.mark.django_db
@pytest.mark.parametrize("question", ODD.values(), ids=ODD)
def test_an_odd_question_gets_an_answer_or_a_clear_word_and_breaks_nothing(
    question: str, signed_in: SignIn, employee: Member, tmp_path: Path, organisation: Organisation
):
    path = tmp_path / "policy.md"
    path.write_text(GOOD)
    publish(path)
    client = signed_in(employee)
    for address in (reverse("asking:ask"), reverse("press-ask", args=["sv"])):
        answer = client.post(address, {"question": question})
        assert answer.status_code == 200
        page = answer.content.decode()
        assert 'id="says"' in page or 'role="alert"' in page
        assert "\u202e" not in page.partition('id="reply"')[2]
    sent = client.post(reverse("asking:send"), {"question": question, "confirmed": "1"})
    assert sent.status_code in {200, 302}
    # What comes to communications can't turn their page around.
    assert not any(sign in row.text for row in Question.objects.all() for sign in "\u202e\u202d\0")


@pytest.mark.django_db
@pytest.mark.parametrize("raw", [b"question=%ED%A0%80hund", b"question=%FF%FE%00h", b"question=\xff\xfe", b"question=%F0%9F%90"])  # fmt: skip
def test_bytes_that_are_no_text_break_nothing(
    raw: bytes, signed_in: SignIn, employee: Member, organisation: Organisation
):
    client = signed_in(employee)
    for address in (reverse("asking:ask"), reverse("press-ask", args=["sv"]), reverse("asking:send")):
        body = raw + (b"&confirmed=1" if address.endswith("send/") else b"")
        answer = client.post(address, body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code in {200, 302}, address


@pytest.mark.django_db
def test_a_form_that_is_too_big_or_broken_is_refused_in_our_voice(
    signed_in: SignIn, employee: Member, organisation: Organisation, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.CRITICAL, "django.security")
    client = signed_in(employee)
    answer = client.post(reverse("asking:ask"), {"question": "hund " * 600_000})
    assert answer.status_code in {400, 413}
    assert "Det där kunde vi inte läsa" in answer.content.decode()
    broken = client.post(
        reverse("asking:ask"), b"--x\r\nnonsense", content_type="multipart/form-data; boundary=y"
    )
    assert broken.status_code in {200, 400}


@pytest.mark.django_db
def test_what_was_written_comes_back_when_it_could_not_be_taken(
    signed_in: SignIn, employee: Member, organisation: Organisation
):
    long = "Får vi ha hund här? " * 40
    page = (
        signed_in(employee)
        .post(reverse("asking:send"), {"question": long, "confirmed": "1"})
        .content.decode()
    )
    assert long.strip() in page
    assert not Question.objects.exists()


@pytest.mark.django_db
def test_markup_in_a_question_reaches_communications_as_words(
    signed_in: SignIn, employee: Member, communicator: Member, organisation: Organisation
):
    question = send_question("<script>alert('hund')</script><b>?</b>", "sv", by=employee)
    client = signed_in(communicator)
    for address in (reverse("asking:gaps"), reverse("asking:gap", args=[question.public_id])):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page
