"""Looking for words in the files of the site."""

import subprocess
from pathlib import Path


def files_holding(words: str, *folders: Path) -> list[str]:
    """The files under the folders that hold the words.

    In a process of its own: SQLite loses its hold of a database when the process that has it open opens and closes the
    file by other means (POSIX locks belong to the process), and another writer may then spoil it.
    """
    found = subprocess.run(
        ["grep", "-rlaF", "--", words, *map(str, folders)], capture_output=True, text=True, check=False
    )
    assert found.returncode in (0, 1), found.stderr
    return found.stdout.splitlines()
