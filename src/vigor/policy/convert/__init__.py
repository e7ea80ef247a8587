"""An old policy, in any format, as the text of a policy: `vigor import`.

    bytes ─formats→ which reader ─markdown, html, rst, latex, plain, documents→ Markdown with lines (Read)
          ─blocks→ headings, items, prose ─outline→ title, opening, sections ─sorting→ guidelines, cases, text
          ─assembly→ Converted: policy, text, what we were unsure of

Nothing is invented and no sentence is lost: what fits nowhere stays as text where it stood.
"""

from __future__ import annotations

from vigor.policy.convert.convert import convert
from vigor.policy.convert.values import Converted, Unreadable, Unsure

__all__ = ["Converted", "Unreadable", "Unsure", "convert"]
