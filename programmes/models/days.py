from django.db import models


class Day(models.Model):
    """The calendar, one row a day: what lasts is joined to it and so cut into nights and days that can be counted.

    A table that a migration makes and fills (1900 to 2200); nothing else writes it.
    """

    on = models.DateField(primary_key=True)

    class Meta:
        managed = False
        db_table = "programmes_day"


class Holiday(models.Model):
    """A day on which the law lets everybody rest: a row, so that the database too can tell it from a working day.

    A table that a migration makes and fills (from 1992 on); nothing else writes it.
    """

    on = models.DateField(primary_key=True)
    name = models.CharField(max_length=120)

    class Meta:
        managed = False
        db_table = "programmes_holiday"


class WorkingDay(models.Model):
    """Monday to Friday without public holidays: a row of a view, of which the next one is asked for."""

    on = models.DateField(primary_key=True)

    class Meta:
        managed = False
        db_table = "programmes_workingday"
