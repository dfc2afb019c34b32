"""An activity can say that it weakens nothing, and why."""

from django.db import migrations

from byggsten.records.fields import FreeText


class Migration(migrations.Migration):
    dependencies = [("records", "0005_why_a_group_is_in_a_plan")]
    operations = [
        migrations.AddField(
            model_name="activity", name="weakens_nothing", field=FreeText(blank=True, default="")
        )
    ]
