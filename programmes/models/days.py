from django.db import models


class Day(models.Model):
    """The calendar, one row a day: what lasts is joined to it and so cut into nights and days that can be counted.

    A table that a migration makes and fills (1900 to 2200); nothing else writes it.
    """

    on = models.DateField(primary_key=True)

    class Meta:
        managed = False
        db_table = "programmes_day"
