"""The third room: where those who write the policy work on its draft. Everything is under /policy/draft/."""
