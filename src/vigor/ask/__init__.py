"""Questions in everyday words, answered by the places in a policy that answer them, or honestly not at all.

text ─from_text→ passages ─Index.build→ Index ─ask(question)→ Result
"""

from vigor.ask.answer import Answer, Result, ask
from vigor.ask.index import Index
from vigor.ask.passages import Passage, from_text, from_texts

__all__ = ["Answer", "Index", "Passage", "Result", "ask", "from_text", "from_texts"]
