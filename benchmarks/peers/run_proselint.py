"""CPU milliseconds a post for proselint; posts are JSON strings, a line each, on standard input."""

import json
import sys
import time

from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

CheckRegistry().register_many(__register__)
posts = [json.loads(line) for line in sys.stdin]
for post in posts[:20]:
    LintFile("post", content=post).lint()
start = time.process_time()
for post in posts:
    LintFile("post", content=post).lint()
print((time.process_time() - start) * 1000 / len(posts))
