"""What comes round by the clock (`wiring.SCHEDULES`)."""

from vigor_portal.policies.planning import bring_into_force

__all__ = ["bring_into_force"]
