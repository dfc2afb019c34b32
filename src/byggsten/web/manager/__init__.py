"""The managers' desk: the own unit in figures, never single cases."""
