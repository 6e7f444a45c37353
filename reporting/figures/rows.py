"""What is counted: rows of a queryset, and the rule that cuts them to a scope."""

from django.db.models import Count, Exists, OuterRef, Subquery


class Rows:
    """Records by their own rule of belonging, `in_period`."""

    def __init__(self, records):
        self.records = records

    def within(self, scope):
        return self.cut(scope.of(self.records), scope)

    def all_within(self, scope):
        """The rows of which `condition` picks those that are counted."""
        return self.cut(scope.of(self.records.__class__(self.records.model)), scope)

    def cut(self, records, scope):
        return records.in_period(scope.period)

    @property
    def source(self):
        """Rows of one source and plain condition can be counted together in one pass."""
        return (type(self), self.records.__class__, self.records.model)

    @property
    def plain(self):
        """Conditions on columns of the row itself; anything else is a pass of its own."""
        query = self.records.query
        return len(query.alias_map) <= 1 and not (query.annotations or query.distinct or query.is_sliced)

    @property
    def condition(self):
        return self.records.query.where or None


class OnLastDay(Rows):
    """The state on the last day of the period, not what happened in it."""

    def cut(self, records, scope):
        return records.on(scope.last_day)


class Dated(Rows):
    """Records that belong to the day in another column than usual."""

    plain = False

    def __init__(self, records, day):
        super().__init__(records)
        self.day = day

    def cut(self, records, scope):
        return records.filter(**{f"{self.day}__range": (scope.period.first, scope.period.last)})


class FirstOfEach(Rows):
    """Of everybody's rows in the scope only the first by day, if it is among `records`."""

    plain = False

    def __init__(self, records, who, day):
        super().__init__(records)
        self.who, self.day = who, day

    def cut(self, records, scope):
        everything = scope.of(records.__class__(records.model)).in_period(scope.period)
        hers = everything.filter(**{self.who: OuterRef(self.who)}).order_by(self.day, "pk")
        return records.filter(pk=Subquery(hers.values("pk")[:1]))


class OnlyOnce(Rows):
    """Rows of those who have exactly one in the scope."""

    plain = False

    def __init__(self, records, who):
        super().__init__(records)
        self.who = who

    def cut(self, records, scope):
        inside = records.in_period(scope.period)
        once = inside.order_by().values(self.who).annotate(times=Count("pk")).filter(times=1)
        return inside.filter(**{f"{self.who}__in": once.values(self.who)})


class Without(Rows):
    """Rows of those who have none of the other records in the scope."""

    plain = False

    def __init__(self, records, who, others):
        super().__init__(records)
        self.who, self.others = who, others

    def cut(self, records, scope):
        hers = scope.of(self.others).in_period(scope.period).filter(**{self.who: OuterRef(self.who)})
        return records.in_period(scope.period).filter(~Exists(hers))


def rows(records):
    return records if isinstance(records, Rows) else Rows(records)
