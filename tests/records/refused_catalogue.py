"""What the database refuses of the catalogue."""

from datetime import timedelta

from tests.people import TODAY
from tests.records.rows import activity, group

YESTERDAY = TODAY - timedelta(days=1)

REFUSED = {
    "activity_is_drafted_published_or_closed": lambda: activity(publication="hidden"),
    "activity_asks_for_a_known_level": lambda: activity(swedish_from="fluent"),
    "activity_suits_up_to_a_known_level": lambda: activity(swedish_to="b1"),
    "activity_ends_on_or_after_it_starts": lambda: activity(first_day=TODAY, last_day=YESTERDAY),
    "group_ends_on_or_after_it_starts": lambda: group(first_day=TODAY, last_day=YESTERDAY),
}
