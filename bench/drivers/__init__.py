"""The same slice of rules in several engines; each module offers ``load`` and ``run``."""
