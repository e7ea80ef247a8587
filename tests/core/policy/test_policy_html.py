"""What people see of a body: clean HTML, nothing executed, nothing hidden in reading directions."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from tests.core.policy.texts import REFERENCE, anything

from vigor.policy.as_json import to_json
from vigor.policy.html import to_html, to_inline, to_plain
from vigor.policy.parse import parse

ALLOWED = re.compile(
    r"</?(?:p|h[3-6]|ul|ol|li|blockquote|pre|code|em|strong|s|br|hr|table|thead|tbody|tr|th|td|a)"
    r'(?: (?:href|title|rel|start|class)="[^"<>]*")*>'
)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>"),
        ("[a](#key)", '<p><a href="#key">a</a></p>'),
        ("[a](/policy/)", '<p><a href="/policy/">a</a></p>'),
        ("[a](mailto:a@example.org)", '<p><a href="mailto:a@example.org">a</a></p>'),
        ("[a](https://b.org)", '<p><a href="https://b.org" rel="noopener noreferrer nofollow">a</a></p>'),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>"),
        ("[a](//evil.org)", "<p>[a](//evil.org)</p>"),
        ("# a", "<h3>a</h3>"),
        ("### a {#k}", "<h3>a</h3>"),
        ("- a {.text}", "<ul>\n<li>a</li>\n</ul>"),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("<!-- b -->", ""),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>"),
        ("a\u202eb\u2066c\x00", "<p>abc</p>"),
        ("a\ud800b", "<p>a\ufffdb</p>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        (
            "![a](https://b.org/c.png)",
            '<p><a href="https://b.org/c.png" rel="noopener noreferrer nofollow">a</a></p>',
        ),
    ],
)
def test_a_body_becomes_clean_html(markdown: str, html: str) -> None:
    assert to_html(markdown).strip() == html


@settings(max_examples=200, deadline=None)
@given(anything)
def test_no_other_tag_or_attribute_comes_out(markdown: str) -> None:
    for html in (to_html(markdown), to_inline(markdown)):
        assert "<" not in ALLOWED.sub("", html)
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)
    to_plain(markdown)


def test_one_line_has_no_paragraph() -> None:
    assert to_inline("We *do* [it](#a).") == 'We <em>do</em> <a href="#a">it</a>.'


def test_plain_text_is_the_words_alone() -> None:
    markdown = "# T\n\nWe *do* [it](https://a.org) &amp; more.\n\n- a {.text}\n- b\n\n|x|y|\n|-|-|\n|1|2|\n\n<!-- no -->"
    assert to_plain(markdown) == "T\nWe do it & more.\na\nb\nx · y\n1 · 2"


def test_json_tells_everything_and_can_be_written() -> None:
    data = json.loads(json.dumps(to_json(parse(REFERENCE)[0])))
    section = data["sections"][1]
    assert (section["key"], section["kind"], section["audience"]) == ("respect", "principle", "public")
    assert [part["kind"] for part in section["parts"]] == [
        "text",
        "guideline",
        "guideline",
        "guideline",
        "case",
    ]
    assert section["parts"][1]["checks"] == ["irony", "sharp-tone"]
    assert section["parts"][2]["trial_until"] == "2027-03-01"
    assert section["parts"][4]["parts"][2] == {
        "kind": "option",
        "act": "What we do.",
        "outcome": "Why.",
        "ours": True,
    }
    assert data["sections"][2]["playbook"] == "complaint"


@pytest.mark.parametrize(
    "module", ["document", "render", "keys", "diff", "problems", "translation", "as_json", "parse"]
)
def test_importing_waits_for_neither_markdown_nor_yaml(module: str) -> None:
    code = f"import sys, vigor.policy.{module}; print([m for m in ('markdown_it', 'yaml', 'nh3', 'django') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
