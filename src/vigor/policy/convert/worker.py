"""Runs alone in a process: a document on standard input, JSON on standard output.

`python -m vigor.policy.convert.worker KIND SECONDS MEGABYTES`. The bounds are set before a byte is looked at.
Answers `{"html"}`, for a PDF `{"markdown", "aside", "notes"}`, or `{"error"}` with a code of `texts.UNREADABLE`.
"""

from __future__ import annotations

import io
import json
import logging
import os
import subprocess
import sys
import warnings
from typing import Any


def main(kind: str, seconds: int, megabytes: int) -> int:
    _bound(seconds, megabytes)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    data = sys.stdin.buffer.read()
    try:
        answer = (
            _pdf(data) if kind == "pdf" else {"html": _word(data) if kind == "docx" else _pandoc(data, kind)}
        )
    except (MemoryError, RecursionError):
        answer = {"error": "too-hungry"}
    # Whatever a damaged document makes its reader raise, it is the document that is damaged.
    except BaseException as error:
        answer = {"error": _reason(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()
    # No tidying up after what may have eaten the memory.
    os._exit(0)


def _bound(seconds: int, megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # not everywhere; the time on the wall is kept by who started us
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 20, 64 << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _reason(error: BaseException) -> str:
    name = type(error).__name__
    if "password" in str(error).lower() or "Password" in name or "Encrypt" in name:
        return "encrypted"
    if isinstance(error, subprocess.CalledProcessError) and error.returncode in (251, -9, -6):
        return "too-hungry"
    return "broken"


def _word(data: bytes) -> str:
    """Word's text as HTML; what mammoth stumbles over, pandoc may still read."""
    import mammoth

    from vigor.policy.convert.eased import heading_styles

    styles = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p.subtitle:fresh"
    made = [f"p[style-name='{name}'] => h{level}:fresh" for name, level in heading_styles(data)]
    styles = "\n".join((styles, *made))
    no_pictures = mammoth.images.img_element(lambda image: {"src": ""})
    try:
        result = mammoth.convert_to_html(io.BytesIO(data), style_map=styles, convert_image=no_pictures)
    except (KeyError, ValueError, AttributeError, TypeError, IndexError):
        return _pandoc(data, "docx")
    return str(result.value)


def _pandoc(data: bytes, kind: str) -> str:
    import pypandoc

    from vigor.policy.convert.eased import eased

    command = [
        pypandoc.get_pandoc_path(),
        "--sandbox",
        # What rich text says of itself is shown to nobody who reads it.
        *(() if kind == "rtf" else ("-s",)),
        "--wrap=none",
        "-f",
        kind,
        "-t",
        "html",
        "+RTS",
        "-M1024M",
        "-RTS",
    ]
    done = subprocess.run(command, input=eased(data, kind), capture_output=True, check=True)
    return done.stdout.decode()


def _pdf(data: bytes) -> dict[str, Any]:
    from vigor.policy.convert.pdf import lines_of

    return lines_of(data)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
