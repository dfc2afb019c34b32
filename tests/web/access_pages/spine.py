"""The pages of the spine.  The columns are the roles of ``test_access_table.ROLES``."""

from tests import people

WEEK = str(people.WEEK)
SESSION = f"sfi-c-1-{people.WEEK.monday}"

#                                        nobody karin  omar sara  eva  bjorn maria lena
PAGES = {
    ("public:home", ()):                   (302, 302, 302, 302, 302, 302, 302, 302),
    ("public:sign_out", ()):               (405, 405, 405, 405, 405, 405, 405, 405),
    ("public:language", ()):               (405, 405, 405, 405, 405, 405, 405, 405),
    ("public:theme_css", ()):              (200, 200, 200, 200, 200, 200, 200, 200),
    ("public:rule_book", ()):              (200, 200, 200, 200, 200, 200, 200, 200),
    ("public:rule_table", ("plikt", "målgrupp")): (200, 200, 200, 200, 200, 200, 200, 200),
    ("public:parameters", ("plikt",)):     (200, 200, 200, 200, 200, 200, 200, 200),
    ("public:accessibility", ()):          (200, 200, 200, 200, 200, 200, 200, 200),
    ("public:privacy", ()):                (200, 200, 200, 200, 200, 200, 200, 200),
    ("caseworker:work_list", ()):          (302, 200, 200, 200, 403, 403, 403, 403),
    ("caseworker:person", ("amina",)):     (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:person", ("farah",)):     (302, 404, 404, 200, 403, 403, 403, 403),
    # Yusuf has protected data: only Omar, who has been given him, may know that he is here.
    ("caseworker:person", ("yusuf",)):     (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:person", ("ingen",)):     (302, 404, 404, 404, 403, 403, 403, 403),
    ("caseworker:week", ("amina", WEEK)):  (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:week", ("yusuf", WEEK)):  (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:rule", ("amina", "målgrupp")): (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:rule", ("yusuf", "målgrupp")): (302, 404, 200, 404, 403, 403, 403, 403),
    ("caseworker:plan", ("amina",)):       (302, 200, 200, 404, 403, 403, 403, 403),
    ("caseworker:plan", ("yusuf",)):       (302, 404, 200, 404, 403, 403, 403, 403),
    ("teacher:groups", ()):                (302, 403, 403, 403, 200, 200, 403, 403),
    ("teacher:register", (SESSION,)):      (302, 403, 403, 403, 200, 404, 403, 403),
    ("manager:overview", ()):              (302, 403, 403, 403, 403, 403, 200, 403),
}  # fmt: skip
