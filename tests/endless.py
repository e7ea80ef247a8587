"""Tests of what must come to an end: bounds so wide that only what goes on for ever, or grows too fast, meets them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def comes_to_an_end(seconds: float = 60) -> Iterator[None]:
    """Fails when the block took more than that much of the processor's time. How fast it is, benchmarks tell."""
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds
