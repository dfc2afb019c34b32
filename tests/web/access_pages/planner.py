"""The pages where plans are written and compared.  The columns are the roles of the access table."""

#                                        nobody karin  omar sara  eva  bjorn maria lena
PAGES = {
    ("caseworker:planner", ("amina",)):  (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:planner", ("yusuf",)):  (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:planner", ("ingen",)):  (302, 404, 404, 404, 403, 403, 403, 403),
    # Amina has one version: there is none before to compare with.
    ("caseworker:plan_diff", ("amina", 1)): (302, 404, 404, 404, 403, 403, 403, 403),
}  # fmt: skip
