"""The pages of the competence mapping.  The columns are the roles of ``test_access_table.ROLES``."""

#                                                     nobody karin omar sara  eva  bjorn maria lena
PAGES = {
    ("caseworker:taxonomy_search", ()):               (302, 200, 200, 200, 403, 403, 403, 403),
    ("caseworker:mapping", ("amina",)):               (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:mapping", ("farah",)):               (302, 404, 404, 200, 403, 403, 403, 403),
    ("caseworker:mapping", ("yusuf",)):               (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:mapping_begin", ("amina",)):         (302, 405, 405, 405, 405, 405, 405, 405),
    ("caseworker:mapping_step", ("amina", "halsa")):  (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:mapping_step", ("yusuf", "halsa")):  (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:mapping_step", ("amina", "inget")):  (302, 404, 404, 404, 403, 403, 403, 403),
    ("caseworker:mapping_claim", ("amina", 1)):       (302, 404, 404, 404, 403, 403, 403, 403),
    ("caseworker:mapping_result", ("amina",)):        (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:mapping_result", ("yusuf",)):        (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:mapping_print", ("amina",)):         (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:mapping_print", ("yusuf",)):         (302, 404, 200, 404, 403, 403, 403, 403),
}  # fmt: skip
