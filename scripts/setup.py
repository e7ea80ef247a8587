"""Fill .venv/ with the pinned dependencies and what is compiled from the sources.

Called by setup.sh with the environment's own Python; uses the standard library only. What was done is written
down in a stamp (a hash of everything that decides the outcome), so that a second run does nothing.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMP = ROOT / ".venv" / "vigor-setup"
# A change in any of these means that the environment no longer fits.
DECIDING = ("pyproject.toml", "requirements/dev.txt", "hatch_build.py", "scripts/setup.py")


def fingerprint() -> str:
    """What the environment was made from: files, place (an editable install remembers it) and Python."""
    digest = hashlib.sha256(f"{ROOT}\n{sys.version}\n".encode())
    for name in DECIDING:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def python(*arguments: str, why: str) -> None:
    """Run this environment's Python, or stop with what failed in plain words."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONDONTWRITEBYTECODE": ""}
    # pip's --user, from somebody's configuration, can't be combined with a virtual environment.
    environment["PIP_USER"] = "0"
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=False)
    if done.returncode:
        sys.exit(f"Setting up stopped: {why}. What went wrong is told above; `make setup` starts over.")


def install() -> None:
    """Install the pins by their hashes, then the project itself as an editable package."""
    print("Installing the dependencies (a minute or two the first time) ...", file=sys.stderr, flush=True)
    python(
        *("-m", "pip", "install", "--quiet", "--no-input", "--require-hashes", "-r", "requirements/dev.txt"),
        why="the dependencies could not be installed",
    )
    python(
        *("-m", "pip", "install", "--quiet", "--no-input", "--no-deps", "--no-build-isolation", "-e", "."),
        why="the project could not be installed",
    )


def main() -> None:
    """Bring the environment up to date; say something only when there was something to do."""
    wanted = fingerprint()
    if not STAMP.exists() or STAMP.read_text() != wanted:
        STAMP.unlink(missing_ok=True)
        install()
        python("-m", "vigor.language.build", why="the word lists could not be built")
        STAMP.write_text(wanted)
        print("Ready.", file=sys.stderr)
    # Translations change more often than the pins, and only what is older than its source is compiled.
    python("scripts/messages.py", "compile", why="the translations could not be compiled")


if __name__ == "__main__":
    main()
