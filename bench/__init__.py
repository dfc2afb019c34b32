"""Measurements of the product, beside other engines on the same rules and the same made-up people."""
