"""What small linear models make of a post: calibrated probabilities, for checks that words alone can't decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vigor.check.models.features import Read
    from vigor.check.models.hashed import Batch
    from vigor.check.models.linear import Weights
    from vigor.check.post import Post


AT_ONCE = 200
"""Posts that are best read together: fewer share less of the work, and of more Python's collector looks through all that
they hold, again and again."""


class Signals(NamedTuple):
    """Probabilities 0–1; `sentiment` is glad (to 1) or grim (to −1), whichever is the stronger.

    A probability's .5 is the cut that did best on posts left out of the training (docs/decisions/small-models.md);
    sentiment's are −⅓ and ⅓. What a model is worth stands in its card, `models/<name>.md`.
    """

    irony: float = 0.0
    offensive: float = 0.0
    targeted: float = 0.0  # an insult at somebody, not mere swearing
    complaint: float = 0.0
    polite: float = 0.5
    sentiment: float = 0.0
    spam: float = 0.0


def signals_of(post: Post) -> Signals:
    """What the models make of one post. Never raises."""
    from vigor.check.models.alone import weights

    held = weights()
    return _signals(held.signals, held.told(post.apart, post.hashed), post.apart)


def models_of_many(posts: Sequence[Post]) -> None:
    """Let the models read many posts at once, which costs a fraction of one by one: each post keeps what is told."""
    if not posts:
        return
    # Here, so that a post by itself needs no NumPy.
    from vigor.check.models.alike import likeness_of_many
    from vigor.check.models.hashed import batch
    from vigor.check.models.linear import weights

    reads = [post.apart for post in posts]
    read = batch(reads)
    made = zip(posts, _told(weights(), reads, read), likeness_of_many(posts, read), strict=True)
    for post, signals, likeness in made:
        post.__dict__.update(signals=signals, likeness=likeness)  # what the properties would keep


def signals_of_texts(texts: Sequence[tuple[str, str]], by: Weights | None = None) -> list[Signals]:
    """The same for texts, each with its language ("sv" or "en"). `by`: other weights than the shipped ones."""
    if not texts:
        return []
    from vigor.check.models.features import read
    from vigor.check.models.hashed import batch
    from vigor.check.models.linear import weights

    reads = [read(text, language) for text, language in texts]
    return _told(by or weights(), reads, batch(reads))


def _told(held: Weights, reads: Sequence[Read], read: Batch) -> list[Signals]:
    rows = held.told(read).tolist()
    return [_signals(held.signals, row, each) for row, each in zip(rows, reads, strict=True)]


def _signals(names: Sequence[str], told: Sequence[float], read: Read) -> Signals:
    """`told` in the order of the models, whose last two, "positive" and "negative", are told as one."""
    return Signals(**dict(zip((*names[:-2], "sentiment"), told, strict=True))) if read.words else Signals()
