"""Arrays of numbers in a file that is read by mapping it: nothing is copied or unpacked, and processes share it.

The format is safetensors (Hugging Face): the length of a JSON head in eight bytes, the head, and plain numbers, the lowest
byte first. It can't hold code, as a pickle can. Read as .npz the same arrays took forty milliseconds of a start, and mapped
they take none.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

Names = dict[str, tuple[str, ...]]

_KINDS: dict[str, Any] = {"I8": "b", "I16": "h", "I64": "q", "F32": "f"}
"""The kinds of numbers that we use, with the letter that stands for each in memory views and in NumPy."""
_METADATA = "__metadata__"


class Mapped(NamedTuple):
    """An array as it lies in the file, row after row."""

    numbers: memoryview
    shape: tuple[int, ...]

    def floats(self) -> list[float]:
        return [float(each) for each in self.numbers]

    def rows(self) -> list[list[float]]:
        """Of an array that has rows and columns."""
        flat, width = self.floats(), self.shape[1]
        return [flat[at : at + width] for at in range(0, len(flat), width)]


def mapped(path: Path) -> tuple[dict[str, Mapped], Names]:
    """The arrays of a file, which can't be written to, and its lists of names. Arrays of kinds we don't use are left out.

    Raises OSError where there is no such file, ValueError where it is none of these.
    """
    with path.open("rb") as file:
        held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    start = 8 + int.from_bytes(held[:8], "little")
    head = json.loads(bytes(held[8:start]))
    names = {name: tuple(text.split("\n")) for name, text in head.pop(_METADATA, {}).items()}
    found = {}
    for name, each in head.items():
        if each["dtype"] in _KINDS:
            first, last = (start + place for place in each["data_offsets"])
            found[name] = Mapped(held[first:last].cast(_KINDS[each["dtype"]]), tuple(each["shape"]))
    return found, names


def load(path: Path) -> tuple[dict[str, NDArray[Any]], Names]:
    """The same for NumPy."""
    import numpy as np

    held, names = mapped(path)
    return {
        name: np.frombuffer(each.numbers, each.numbers.format).reshape(each.shape)
        if len(each.numbers)
        else np.zeros(each.shape, each.numbers.format)
        for name, each in held.items()
    }, names


def save(path: Path, arrays: Mapping[str, NDArray[Any]], names: Mapping[str, Sequence[str]]) -> None:
    """Write them, so that the same arrays give the same bytes. A name holds no line break."""
    kinds = {letter: name for name, letter in _KINDS.items()}
    head: dict[str, object] = {_METADATA: {name: "\n".join(each) for name, each in names.items()}}
    at = 0
    # Wide numbers first, so that each array begins where its kind may.
    ordered = sorted(arrays, key=lambda name: -arrays[name].dtype.itemsize)
    for name in ordered:
        array = arrays[name]
        end = at + array.nbytes
        kind = kinds[array.dtype.char.replace("l", "q")]
        head[name] = {"dtype": kind, "shape": array.shape, "data_offsets": [at, end]}
        at = end
    text = json.dumps(head, ensure_ascii=False).encode("utf-8")
    text += b" " * (-len(text) % 8)
    path.write_bytes(
        b"".join((len(text).to_bytes(8, "little"), text, *(arrays[name].tobytes() for name in ordered)))
    )
