"""The safe HTTP client: every address that a person typed is fetched here, and nowhere else.

    fetched = get("https://social.example/@anna", accept=("text/html",))

It reaches public addresses only. A host's name is looked up once for each connection, every address in the answer is
checked, and the connection goes to an address of that same answer: a name whose answers change in between gains
nothing. A redirect is a new address, and checked like the first. Time and size are bounded for the whole, however
slowly or tightly packed it comes. No cookies, no proxies from the environment, no sign-in.

What can't be fetched raises Refused, which says why in Swedish and English.
"""

from vigor.fetch.client import Fetched, Get, get
from vigor.fetch.limits import Limits
from vigor.fetch.refusals import Refused

__all__ = ["Fetched", "Get", "Limits", "Refused", "get"]
