"""Planning systems and lists: activities, groups, sessions and people's plans."""
