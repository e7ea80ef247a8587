"""Run every benchmark there is, one after the other, and note which machine it was.

A benchmark is a file in benchmarks/ that can be started by itself; it prints its table and puts its figures
into benchmarks/results.json.
"""

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "benchmarks"


def benchmarks() -> list[Path]:
    """The files that can be started, by name."""
    return sorted(path for path in FOLDER.glob("*.py") if '__name__ == "__main__"' in path.read_text("utf-8"))


def machine() -> str:
    """One line on where the figures come from."""
    processor = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        processor = names[0].partition(":")[2].strip() if names else processor
    python = f"{platform.python_implementation()} {platform.python_version()}"
    today = datetime.now(UTC).date().isoformat()
    return f"{today}: {os.cpu_count()} cores of {processor}, {platform.system()}, {python}\n"


def main() -> int:
    """Exit status 1 when a benchmark failed; the others are run all the same."""
    failed = []
    for path in benchmarks():
        print(f"\n== {path.stem} ==", flush=True)
        # As a module: started as a file, benchmarks/site.py would stand in the way of Python's own `site`.
        command = [sys.executable, "-m", f"benchmarks.{path.stem}"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(path.stem)
    (FOLDER / "machine.txt").write_text(machine(), "utf-8")
    if failed:
        print(f"\nFailed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
