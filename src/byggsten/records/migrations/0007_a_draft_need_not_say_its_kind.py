"""A draft of an activity need not say its kind yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0006_why_an_activity_weakens_nothing")]
    operations = [
        migrations.RemoveConstraint(model_name="activity", name="activity_is_of_a_known_kind"),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["sfi", "work", "orientation", "social", "own"]))
                | models.Q(("kind", ""), ("publication", "draft")),
                name="activity_is_of_a_known_kind",
            ),
        ),
    ]
