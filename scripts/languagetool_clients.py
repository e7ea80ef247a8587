"""Install two programs that speak with LanguageTool, to see that they speak with us.

    python scripts/languagetool_clients.py FOLDER
    VIGOR_LT_CLIENTS=FOLDER pytest tests/portal/api/test_real_clients.py

One is for Python (language_tool_python), one from npm (gramma). They are no part of what we need, and so not pinned.
"""

import subprocess
import sys
from pathlib import Path

PYTHON = "language_tool_python==3.4.0"
NODE = "gramma@1.6.0"


def install(folder: Path) -> None:
    """Make `folder/python` (an environment) and `folder/node_modules`."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
    subprocess.run([str(folder / "python/bin/pip"), "install", "--quiet", PYTHON], check=True)
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), NODE], check=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    install(Path(sys.argv[1]).resolve())
