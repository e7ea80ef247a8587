"""What people write to one another comes out as words, whatever was put in."""

import re

from hypothesis import given
from hypothesis import strategies as st

from vigor.policy.light import to_light

TRICKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "<javascript:alert(1)>",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '[x](https://a.se "onmouseover=alert(1)")',
    "&lt;script&gt;",
    "![x](https://a.se/x.png)",
    "<svg/onload=alert(1)>",
    "\u202egnp.exe\u202c",
    "\u2066x\u2069",
    "```html\n<script>\n```",
    "`<b onclick=x>`",
    "# {#key onclick=x}",
    "<!-- --><script>",
)
ALLOWED = re.compile(
    r"</?(?:p|ul|ol|li|blockquote|pre|code|em|strong|s|br)>|<ol start=\"\d+\">|</a>|<a href=\"([^\"]*)\"[^<>]*>"
)
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069]")


def everything_is_harmless(html: str) -> None:
    left = ALLOWED.sub("", html)
    assert "<" not in left, left
    for address in ALLOWED.findall(html):
        assert not address or re.match(r"(?:https?:|mailto:|#|/(?![/\\]))", address, re.IGNORECASE), address
    assert not re.search(r"<[^>]*\son\w+\s*=", ALLOWED.sub(lambda tag: tag[0].split(" title=")[0], html))
    assert not UNSEEN.search(html)


@given(
    st.lists(
        st.one_of(st.text(max_size=40), st.sampled_from(TRICKS), st.sampled_from("\n *_`[]()<>!&#-1."))
    ).map("".join)
)
def test_nothing_that_acts_gets_through(written: str):
    everything_is_harmless(to_light(written))


def test_it_keeps_what_people_use():
    html = to_light("Hej *du*!\nOch **ni**.\n\n- ett\n- två\n\n> sagt\n\n<https://vigor.example>")
    for part in (
        "<em>du</em>",
        "<br>",
        "<strong>ni</strong>",
        "<li>ett</li>",
        "<blockquote>",
        'href="https://vigor.example"',
    ):
        assert part in html


def test_a_heading_a_picture_and_raw_html_are_shown_as_typed():
    assert to_light("# Rubrik") == "<p># Rubrik</p>\n"
    assert "<img" not in to_light("![bild](https://x.example/a.png)")
    assert "&lt;b&gt;fet&lt;/b&gt;" in to_light("<b>fet</b>")


def test_braces_that_somebody_typed_stay():
    assert "{så här}" in to_light("- vi skriver {så här}")
