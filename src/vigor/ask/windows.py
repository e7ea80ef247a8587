"""What a reader is shown of a running text: the place that answers, and as much around it as fits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from vigor.ask.passages import LIMIT, Passage


def grow(
    passages: Sequence[Passage], centre: int, shown: Collection[int], worth: Callable[[int], float]
) -> tuple[int, ...]:
    """The numbers of a passage and its neighbours in the same running text, in order, as many as fit.

    Those of its own section come first, then those of the sections beside and under it, then any; where there
    is a choice between before and after, the one with more `worth`, else what reads on. None is in `shown`.
    """
    here = passages[centre]
    first = last = centre
    room = LIMIT - len(here.text) if here.flow else 0
    for near in (_same_section, _same_branch, _same_text):
        while True:
            fits = [
                (worth(number), number > centre, number)
                for number in (first - 1, last + 1)
                if 0 <= number < len(passages)
                and number not in shown
                and near(passages[number], here)
                and _length(passages[number]) <= room
            ]
            if not fits:
                break
            number = max(fits)[2]
            room -= _length(passages[number])
            first, last = min(first, number), max(last, number)
    return tuple(range(first, last + 1))


def _length(passage: Passage) -> int:
    return len(passage.text) + len(passage.heading) + 2


def _same_text(other: Passage, here: Passage) -> bool:
    return other.flow == here.flow


def _same_section(other: Passage, here: Passage) -> bool:
    return _same_text(other, here) and other.heading == here.heading and other.path == here.path


def _same_branch(other: Passage, here: Passage) -> bool:
    """Whether both stand somewhere in the section that holds the one."""
    return _same_text(other, here) and (*other.path, other.heading)[: len(here.path)] == here.path


def read_on(passages: Sequence[Passage], shown: Sequence[int], centre: int) -> tuple[str, int]:
    """All that is shown as one text, and where in it the centre's own text starts.

    The headings of other sections stand as lines; the centre's own only where another section comes before.
    """
    lines: list[str] = []
    start = 0
    for number in shown:
        before = passages[number - 1] if number > shown[0] else passages[centre]
        lines += _heading(passages[number], before)
        if number == centre:
            start = sum(len(line) + 1 for line in lines)
        lines.append(passages[number].text)
    return "\n".join(lines), start


def _heading(passage: Passage, before: Passage) -> Iterator[str]:
    same = passage.heading == before.heading and passage.path == before.path
    if passage.heading and passage.heading != passage.text and not same:
        yield passage.heading
