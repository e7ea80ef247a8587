"""Style, types and the direction of imports: every tool is run, and the outcome told at the end."""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORTS = str(Path(sysconfig.get_path("scripts")) / "lint-imports")
TOOLS = (
    ("ruff check", (sys.executable, "-m", "ruff", "check", "--quiet", ".")),
    ("ruff format", (sys.executable, "-m", "ruff", "format", "--quiet", "--diff", ".")),
    ("import-linter", (IMPORTS,)),
    ("mypy", (sys.executable, "-m", "mypy", "--no-error-summary")),
)


def main() -> int:
    """Run each tool; exit status 1 when any of them found something."""
    unhappy = []
    for name, command in TOOLS:
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            unhappy.append(name)
    print(f"lint: {', '.join(unhappy)} found something to mend" if unhappy else "lint: all is well")
    return 1 if unhappy else 0


if __name__ == "__main__":
    sys.exit(main())
