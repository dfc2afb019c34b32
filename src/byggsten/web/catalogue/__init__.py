"""The catalogue of activities: read by those who plan, kept by the coordinator."""
