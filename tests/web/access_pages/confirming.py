"""A plan's meeting and its files.  The columns are the roles of ``test_access_table.ROLES``."""

#                                        nobody karin  omar sara  eva  bjorn maria lena
PAGES = {
    ("caseworker:plan_confirm", ("amina", 1)):  (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:plan_confirm", ("yusuf", 1)):  (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:plan_confirm", ("amina", 9)):  (302, 404, 404, 404, 403, 403, 403, 403),
    ("caseworker:plan_pdf", ("amina", 1)):      (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:plan_pdf", ("yusuf", 1)):      (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:plan_calendar", ("amina", 1)): (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:plan_calendar", ("farah", 1)): (302, 404, 404, 200, 403, 403, 403, 403),
}  # fmt: skip
