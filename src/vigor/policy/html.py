"""Bodies for the eye: Markdown to clean HTML, to one line of HTML, to plain text.

Raw HTML in a text is shown as text, comments are not shown at all, and what comes out has passed nh3 with the lists
below. Reading directions can't be overridden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from vigor.policy.attributes import rule

TAG_NAMES = "p h3 h4 h5 h6 ul ol li blockquote pre code em strong s a br hr table thead tbody tr th td"
TAGS = frozenset(TAG_NAMES.split())
ATTRIBUTES = {"a": {"href", "title", "rel"}, "ol": {"start"}, "th": {"class"}, "td": {"class"}}
SCHEMES = frozenset({"http", "https", "mailto"})
OUTSIDE = "noopener noreferrer nofollow"
# Ours: outside with a scheme of the list, a point on the page, a path on this site (`//host` is neither).
LINK = re.compile(r"(?:https?://|mailto:|#|/(?![/\\]))", re.IGNORECASE)
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SURROGATE = re.compile("[\ud800-\udfff]")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# Longer texts are rare and would crowd out the short ones.
CACHED_LENGTH = 4000


class Renderer(RendererHTML):
    """Differs from markdown-it's in what HTML, pictures and headings become."""

    def html_block(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        shown = COMMENT.sub("", tokens[index].content).strip()
        return f"<p>{escape(shown)}</p>\n" if shown else ""

    def html_inline(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return escape(COMMENT.sub("", tokens[index].content))

    def image(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        """A link: a picture from elsewhere would tell its owner who reads us."""
        token = tokens[index]
        words = escape(self.renderInlineAsText(token.children, options, env) or str(token.attrs["src"]))
        return f'<a href="{escape(str(token.attrs["src"]))}" rel="{OUTSIDE}">{words}</a>'

    def link_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        if str(tokens[index].attrs.get("href", "")).lower().startswith("http"):
            tokens[index].attrSet("rel", OUTSIDE)
        return self.renderToken(tokens, index, options, env)

    def heading_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        """The page has h1, the section h2."""
        return f"<h{max(3, int(tokens[index].tag[1]))}>"

    def heading_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return f"</h{max(3, int(tokens[index].tag[1]))}>\n"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", renderer_cls=Renderer).enable(["table", "strikethrough"])
    parser.core.ruler.before("inline", "attributes", rule)
    parser.validateLink = lambda url: LINK.match(url) is not None  # type: ignore[method-assign]
    return parser


PARSER = _parser()


def to_html(markdown: str) -> str:
    """A body as HTML that may stand in any page. Attribute blocks are not shown."""
    return _html(markdown) if len(markdown) <= CACHED_LENGTH else _html.__wrapped__(markdown)


@lru_cache(maxsize=2048)
def _html(markdown: str) -> str:
    return clean(PARSER.render(safe(markdown)))


def to_inline(markdown: str) -> str:
    """A title or a short guideline as HTML without paragraphs."""
    return _inline(markdown) if len(markdown) <= CACHED_LENGTH else _inline.__wrapped__(markdown)


@lru_cache(maxsize=2048)
def _inline(markdown: str) -> str:
    return clean(PARSER.renderInline(safe(markdown)))


def to_plain(markdown: str) -> str:
    """The words alone, a line for each paragraph, bullet or cell row: for search, mail and feeds.

    This is text, not HTML: it may hold `<` and must be escaped like any text.
    """
    return "\n".join(line for line in _lines(PARSER.parse(safe(markdown))) if line)


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield " · ".join(row)
            row = None
        elif token.type == "inline":
            words = _words(token.children or ())
            if row is None:
                yield words
            else:
                row.append(words)
        elif token.type in ("fence", "code_block"):
            yield token.content.rstrip("\n")
        elif token.type == "html_block":
            yield COMMENT.sub("", token.content).strip()


def _words(tokens: Sequence[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            pieces.append("\n")
        elif token.type == "image":
            pieces.append(_words(token.children or ()))
        elif token.type == "html_inline":
            pieces.append(COMMENT.sub("", token.content))
    return "".join(pieces).strip()


def safe(markdown: str) -> str:
    return SURROGATE.sub("\ufffd", UNSEEN.sub("", markdown))


def clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
