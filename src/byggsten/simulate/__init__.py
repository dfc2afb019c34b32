"""A made-up municipality: people, plans, groups and what everyone said about each hour, from a seed.

Nothing here is a fact about a real person; the same seed and end day always give the same municipality.
"""
