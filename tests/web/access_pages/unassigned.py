"""Those whom nobody answers for."""

#                               nobody karin omar sara  eva  bjorn maria lena
PAGES = {
    ("caseworker:unassigned", ()): (302, 200, 200, 200, 403, 403, 403, 403),
}  # fmt: skip
