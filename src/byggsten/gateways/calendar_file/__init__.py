"""Writes a plan's week as a calendar file for a phone."""
