"""What an account's profile says, as anybody may read it.

    profile = read_profile(recognise("@anna@social.example"))

Address ─READERS[its network]→ one or a few fetches ─→ Profile, or NotRead with the reason in both languages

Everything is fetched through `vigor.fetch`. A network without a reader here lets nobody in who isn't signed in: there
the profile's text has to be pasted by somebody who sees it.
"""

from vigor.networks.profiles.reading import READERS, can_be_read, read_profile
from vigor.networks.profiles.values import Field, Link, NotRead, Profile, Reader

__all__ = ["READERS", "Field", "Link", "NotRead", "Profile", "Reader", "can_be_read", "read_profile"]
