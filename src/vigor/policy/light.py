"""Markdown light: what people write to one another about a point.

Paragraphs and line breaks, emphasis, lists, quotes, code and links. A heading would break into the page's own order, and
a picture would tell its owner who reads: both are shown as they were typed, like raw HTML.
"""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt

from vigor.policy.html import CACHED_LENGTH, LINK, Renderer, clean, safe

# Everything else of CommonMark stays off, also what later versions of the library may add.
RULES = (
    "list",
    "blockquote",
    "code",
    "fence",
    "emphasis",
    "strikethrough",
    "backticks",
    "link",
    "newline",
    "escape",
    "autolink",
    "entity",
    "balance_pairs",
    "fragments_join",
)


def _parser() -> MarkdownIt:
    options = {"html": False, "breaks": True}
    parser = MarkdownIt("zero", options, renderer_cls=Renderer).enable(list(RULES))
    parser.validateLink = lambda url: LINK.match(url) is not None  # type: ignore[method-assign]
    return parser


PARSER = _parser()


def to_light(markdown: str) -> str:
    """What somebody wrote, as HTML that may stand in any page; scripts, handlers and turned-around text can't get in."""
    return _html(markdown) if len(markdown) <= CACHED_LENGTH else _html.__wrapped__(markdown)


@lru_cache(maxsize=512)
def _html(markdown: str) -> str:
    return clean(PARSER.render(safe(markdown)))
