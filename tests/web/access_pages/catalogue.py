"""The pages of the catalogue.  The columns are the roles of ``test_access_table.ROLES``."""

#                                                nobody karin  omar sara  eva  bjorn maria lena
PAGES = {
    ("catalogue:activities", ()):                  (302, 200, 200, 200, 403, 403, 200, 200),
    ("catalogue:export", ()):                      (302, 200, 200, 200, 403, 403, 200, 200),
    ("catalogue:activity", ("sfi-c",)):            (302, 200, 200, 200, 403, 403, 200, 200),
    ("catalogue:activity", ("ingen",)):            (302, 404, 404, 404, 403, 403, 404, 404),
    ("catalogue:new", ()):                         (302, 403, 403, 403, 403, 403, 403, 200),
    ("catalogue:edit", ("sfi-c",)):                (302, 403, 403, 403, 403, 403, 403, 200),
    ("catalogue:edit", ("ingen",)):                (302, 403, 403, 403, 403, 403, 403, 404),
    ("catalogue:undo", ("sfi-c",)):                (302, 403, 403, 403, 403, 403, 403, 302),
    ("catalogue:publication", ("sfi-c",)):         (302, 403, 403, 403, 403, 403, 403, 302),
    ("catalogue:new_group", ("sfi-c",)):           (302, 403, 403, 403, 403, 403, 403, 200),
    ("catalogue:group", ("sfi-c", "sfi-c-1")):     (302, 403, 403, 403, 403, 403, 403, 200),
    ("catalogue:group", ("egna", "sfi-c-1")):      (302, 403, 403, 403, 403, 403, 403, 404),
}  # fmt: skip
