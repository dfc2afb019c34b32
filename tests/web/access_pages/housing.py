"""How people live, and their reception.  The columns are the roles of ``test_access_table.ROLES``."""

#                                        nobody karin  omar sara  eva  bjorn maria lena
AMINA = (302, 200, 200, 404, 403, 403, 403, 403)
YUSUF = (302, 404, 200, 404, 403, 403, 403, 403)
FARAH = (302, 404, 404, 200, 403, 403, 403, 403)
# Looking at the address of a button shows the person's page.
BUTTON = (302, 302, 302, 404, 403, 403, 403, 403)
NO_HOME = (302, 404, 404, 404, 403, 403, 403, 403)
PAGES = {
    ("housing:overview", ()):            (302, 200, 200, 200, 403, 403, 200, 403),
    ("housing:number", (2026,)):         (302, 403, 403, 403, 403, 403, 200, 403),
    ("housing:person", ("amina",)):      AMINA,
    ("housing:person", ("yusuf",)):      YUSUF,
    ("housing:person", ("farah",)):      FARAH,
    ("housing:new", ("amina",)):         AMINA,
    ("housing:new", ("yusuf",)):         YUSUF,
    ("housing:step", ("amina", "sfi")):  BUTTON,
    ("housing:change", ("amina", "2026-01-01")): NO_HOME,
    ("housing:change", ("amina", "igår")): NO_HOME,
}  # fmt: skip
