"""The pages of the reception.  The columns are the roles of ``test_access_table.ROLES``."""

FACT = ("amina", "uppgift", "sfi_applied")

#                                        nobody karin  omar sara  eva  bjorn maria lena
PAGES = {
    ("caseworker:receive", ()):            (302, 200, 200, 200, 403, 403, 403, 403),
    ("caseworker:receive_person", ()):     (302, 200, 200, 200, 403, 403, 403, 403),
    ("caseworker:receive_household", ()):  (302, 200, 200, 200, 403, 403, 403, 403),
    ("caseworker:new_notice", ()):         (302, 200, 200, 200, 403, 403, 403, 403),
    # There is no such notice; that of another unit answers the same.
    ("caseworker:notice", (1,)):           (302, 404, 404, 404, 403, 403, 403, 403),
    ("caseworker:details", ("amina",)):    (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:details", ("farah",)):    (302, 404, 404, 200, 403, 403, 403, 403),
    ("caseworker:details", ("yusuf",)):    (302, 404, 200, 404, 403, 403, 403, 403),
    # A form without a chosen fact is nothing.
    ("caseworker:details_fact", ("amina",)): (302, 404, 404, 404, 403, 403, 403, 403),
    ("caseworker:details_change", ("amina", "identitet")): (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:details_change", ("yusuf", "kontakt")): (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:details_change", FACT): (302, 200, 200, 404, 403, 403, 403, 403),
}  # fmt: skip
