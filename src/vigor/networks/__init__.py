"""Networks as data: which account an address stands for, and which known account an unknown one looks like.

text ─recognise→ Address (or Trouble, said kindly) ─Register.resembling→ Resemblances

`table.toml` holds the networks; a new one is a new table there. Nothing here fetches anything.
"""

from vigor.networks.addresses import Address, readings, recognise
from vigor.networks.letters import skeleton
from vigor.networks.lookalikes import Register
from vigor.networks.resemblance import Resemblance
from vigor.networks.table import Network, networks
from vigor.networks.trouble import Trouble

__all__ = [
    "Address",
    "Network",
    "Register",
    "Resemblance",
    "Trouble",
    "networks",
    "readings",
    "recognise",
    "skeleton",
]
