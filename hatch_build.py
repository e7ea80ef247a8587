"""What a wheel carries beside its sources: the compiled translations and the word lists.

Both are made from what is in the repository or pinned beside it, so git doesn't keep them; whoever installs
the wheel needs neither babel nor a writable package folder.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Git ignores these; a wheel holds them all the same.
ARTIFACTS = (
    "src/vigor_portal/*/locale/*/LC_MESSAGES/django.mo",
    "src/vigor/language/data/lemmas-*.marisa",
    "src/vigor/language/data/thesaurus-*.marisa",
    "src/vigor/language/data/*.kept",
)


class CompiledData(BuildHookInterface[Any]):
    """Runs the two builders with the build environment's own Python."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, and name what was built. An editable install is filled by `make setup` instead."""
        if version == "editable":
            return
        source = Path(self.root) / "src"
        self._python("scripts/messages.py", "compile")
        self._python("-m", "vigor.language.build", PYTHONPATH=str(source))
        build_data["artifacts"].extend(ARTIFACTS)

    def _python(self, *arguments: str, **environment: str) -> None:
        # pip may hand us the build environment through sys.path alone, which a child doesn't share.
        path = os.pathsep.join(filter(None, [environment.pop("PYTHONPATH", ""), *sys.path]))
        command = [sys.executable, *arguments]
        subprocess.run(command, cwd=self.root, env={**os.environ, "PYTHONPATH": path}, check=True)
