"""CPU milliseconds a post for better-profanity; posts are JSON strings, a line each, on standard input."""

import json
import sys
import time

from better_profanity import profanity

profanity.load_censor_words()
posts = [json.loads(line) for line in sys.stdin]
for post in posts[:5]:
    profanity.contains_profanity(post)
start = time.process_time()
for post in posts:
    profanity.contains_profanity(post)
print((time.process_time() - start) * 1000 / len(posts))
