"""Who may do what with whom: one table answers «may I?» and filters the question."""
