"""The page where a plan is written."""
