"""Duplicates and the import of a register.  The columns are the roles of ``test_access_table.ROLES``."""

#                                        nobody karin  omar sara  eva  bjorn maria lena
PAGES = {
    ("caseworker:import", ()):             (302, 200, 200, 200, 403, 403, 403, 403),
    ("caseworker:duplicates", ()):         (302, 200, 200, 200, 403, 403, 403, 403),
    ("caseworker:duplicates_count", ()):   (302, 200, 200, 200, 403, 403, 403, 403),
    ("caseworker:likely", ()):             (302, 200, 200, 200, 403, 403, 403, 403),
}  # fmt: skip
