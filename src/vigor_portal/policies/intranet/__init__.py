"""The employees' face of the policy: reading, comparing, taking along, slides and feeds."""
