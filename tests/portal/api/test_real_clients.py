"""Two programs that speak with LanguageTool speak with us. They are left out, aloud, where they aren't installed."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from vigor_portal.api.actions import make_token
from vigor_portal.people.models import Member

CLIENTS = Path(os.environ.get("VIGOR_LT_CLIENTS", "/nowhere"))
SHARP = "🙄 Ja jo, verkligen kul att du delar med dig av det här."

PYTHON = """
import json, sys, language_tool_python
tool = language_tool_python.LanguageTool("sv-SE", remote_server=sys.argv[1])
print(json.dumps([[m.rule_id, m.offset, m.error_length, m.message, m.replacements] for m in tool.check(sys.argv[2])]))
"""
NODE = """
const gramma = require(process.argv[1]);
gramma.check(process.argv[4], { api_url: process.argv[2], api_key: process.argv[3], language: "sv" })
  .then((found) => console.log(JSON.stringify(found.matches)));
"""


@pytest.fixture
def server(live_server: Any, policy: None) -> str:
    return str(live_server.url)


def run(*words: str) -> Any:
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_client_in_python_marks_the_right_words(server: str, employee: Member):
    python = CLIENTS / "python/bin/python"
    if not python.exists():
        pytest.skip("language_tool_python isn't installed: python scripts/languagetool_clients.py FOLDER")
    key = make_token("python", by=employee)
    ((rule, offset, length, message, replacements),) = run(
        str(python), "-c", PYTHON, f"{server}/lt/{key}/", SHARP
    )
    assert rule == "VIGOR_IRONY"
    assert SHARP[offset : offset + length] == "verkligen kul"
    assert message.endswith("Vad menar du?")
    assert replacements == []


def test_a_client_from_npm_marks_the_right_words(server: str, employee: Member):
    package = CLIENTS / "node_modules/gramma"
    if not package.exists():
        pytest.skip("gramma isn't installed: python scripts/languagetool_clients.py FOLDER")
    key = make_token("node", by=employee)
    (match,) = run("node", "-e", NODE, str(package), f"{server}/v2/check", key, SHARP)
    assert match["rule"]["id"] == "VIGOR_IRONY"
    assert SHARP.encode("utf-16-le")[2 * match["offset"] :].decode("utf-16-le").startswith("verkligen kul")
