"""Arrays in a file that is mapped: what was saved is what is read, and nothing else is taken for it."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest

from vigor.check.models import tensors


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "made.safetensors"
    arrays = {
        "table": np.arange(-6, 6, dtype=np.int8).reshape(4, 3),
        "scales": np.array([0.5, -2.25, 1e-7], dtype=np.float32),
        "starts": np.array([0, 7, 1 << 40], dtype=np.int64),
        "nothing": np.zeros((0, 5), dtype=np.float32),
    }
    names = {"columns": ("irony", "anger"), "traits": ("layer logo", "många taggar")}
    tensors.save(path, arrays, names)
    return path, arrays, names


def test_what_was_saved_is_read(saved):
    path, arrays, names = saved
    held, told = tensors.load(path)
    assert told == names
    assert set(held) == set(arrays)
    for name, array in arrays.items():
        assert held[name].dtype == array.dtype
        np.testing.assert_array_equal(held[name], array)


def test_the_same_arrays_give_the_same_bytes(saved, tmp_path):
    path, arrays, names = saved
    again = tmp_path / "again.safetensors"
    tensors.save(again, arrays, names)
    assert again.read_bytes() == path.read_bytes()


def test_what_is_read_cannot_be_written_to(saved):
    held, _names = tensors.load(saved[0])
    with pytest.raises(ValueError, match="read-only"):
        held["table"][0, 0] = 1


def test_the_file_is_what_others_call_safetensors(saved):
    raw = saved[0].read_bytes()
    length = int.from_bytes(raw[:8], "little")
    head = json.loads(raw[8 : 8 + length])
    assert head["table"] == {"dtype": "I8", "shape": [4, 3], "data_offsets": head["table"]["data_offsets"]}
    first, last = head["scales"]["data_offsets"]
    assert np.frombuffer(raw[8 + length :][first:last], "<f4").tolist() == [0.5, -2.25, np.float32(1e-7)]
    # Places follow one another without a gap, from the first byte to the last: readers of others insist on it.
    places = sorted(each["data_offsets"] for name, each in head.items() if name != "__metadata__")
    assert places[0][0] == 0
    assert all(one[1] == other[0] for one, other in pairwise(places))
    assert 8 + length + places[-1][1] == len(raw)


def test_it_says_where_there_is_no_such_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        tensors.load(tmp_path / "missing.safetensors")


def test_a_file_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "other.safetensors"
    path.write_bytes(b"\x08\0\0\0\0\0\0\0not json")
    with pytest.raises(json.JSONDecodeError):
        tensors.load(path)
