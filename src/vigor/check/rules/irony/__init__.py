"""Irony that can be misread.

`figures` are ironic by how they are built, `signs` say that it is meant so, `clashes` and `mismatch` are warm words
beside trouble: those of the lists, and big ones of any kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.irony.clashes import clashes
from vigor.check.rules.irony.examples import FLAGS, PASSES
from vigor.check.rules.irony.figures import IRONIC
from vigor.check.rules.irony.mismatch import mismatch
from vigor.check.rules.irony.signs import signs
from vigor.check.tone import jokes

_SURE = {"turn": 0.84, "thanks": 0.82}


def _find(post: Post) -> Iterator[Finding]:
    for finding in _plain(post):
        yield _weighed(post, finding)


def _plain(post: Post) -> Iterator[Finding]:
    """What the words alone tell."""
    if post.hits.of("irony"):
        for hit in post.hits.of("irony.turn"):
            if not post.is_quoted(hit.span):
                yield Finding(hit.span, _SURE["turn"])
        yield from clashes(post)
    yield from signs(post)
    for found in IRONIC.find(post):
        yield Finding(found.span, _SURE[found.kind])
    yield from mismatch(post)


def _weighed(post: Post, finding: Finding) -> Finding:
    """The model and the words together: it may lift what the words leave open, and lower what it finds sincere."""
    irony = post.signals.irony
    moved = finding.confidence + (0.12 * (irony - 0.4) if irony else 0.0)
    return Finding(
        finding.span, min(0.95, max(0.0, moved)), finding.variant, {"word": post.of(finding.span)[:80]}
    )


IRONY = Check(
    "irony",
    Both("ironi som kan missförstås", "irony that can be misread"),
    {
        "": Told(
            Both("Det här är nog ironiskt menat.", "This is probably meant ironically."),
            Both("Utan tonfall och ansikte läser någon det bokstavligt, och någon annan som ett hån.", "Without a voice and a face, some will take it literally and others as scorn."),
            Both("Säg det rakt: vad är det som inte fungerar, och vad vill du ska hända?", "Say it plainly: what doesn't work, and what do you want to happen?"),
            Both("Det här kan läsas som ironi.", "This can be read as irony."),
        ),
        "quotes": Told(
            Both("Citattecknen gör ordet till ett hån.", "The quotation marks turn the word into scorn."),
            Both("Den som menas känner igen sig, och andra undrar vad du egentligen menar.", "Whoever is meant will recognise themselves, and others wonder what you really mean."),
            Both("Vad är det du tvivlar på? Skriv det i stället.", "What is it you doubt? Write that instead."),
            Both("Citattecknen kan läsas som ironi.", "The quotation marks can be read as irony."),
        ),
    },
    "Irony needs people who know each other, and a post is read by those who don't",
    "Kruger, Epley, Parker & Ng, Egocentrism over e-mail, JPSP 89 (2005): readers get sarcasm right about as often as by chance",
    _find,
    flags=FLAGS,
    passes=PASSES,
    weight=2.0,
    threshold=0.65,
    sure=0.88,
    unless=jokes,
)  # fmt: skip
