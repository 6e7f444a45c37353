"""Breakdowns and figures as charts. Caption and alternative text are made of the same numbers as the drawing."""

from django.utils.translation import gettext as _

from programmes.writing import MONTHS_OF, WEEKDAYS, exact, number
from reporting import charts
from reporting.document import Picture
from reporting.outlines.tables import MONTHS_SHORT, capital, source
from reporting.printing import PERCENT, shares

PARTS_OF_DAY = 4  # of six hours each


class Chart:
    def __init__(self, declared):
        self.declared = declared

    def blocks(self, page):
        if page.has(self.declared):
            table = page.results[self.declared]
            if any(any(cell for cell in line) for line in table.cells):
                yield self.draw(page, table)


def month_of(page, table, place):
    """The month's name as a sentence takes it."""
    return MONTHS_OF[page.book.language][int(table.rows[place].key[-2:]) - 1]


class ByMonth(Chart):
    """A column for every month."""

    def draw(self, page, table):
        values = [exact(table.row_totals[part.key] or 0) for part in table.rows]
        texts = [table.printed(value) for value in values]
        names = [str(part.label) for part in table.rows]
        highest = values.index(max(values))
        mean = table.mean
        mean_text = number(mean, 0) if mean is not None else ""
        words = {"figure": table.figure.label, "month": month_of(page, table, highest), "count": texts[highest]}
        numbers = ", ".join(f"{name} {text}" for name, text in zip(names, texts, strict=True))
        return Picture(
            key=f"{table.key}-chart",
            caption=_("%(figure)s: most in %(month)s, %(count)s") % words,
            short=str(table.label),
            svg=charts.columns(
                MONTHS_SHORT[page.book.language], values, texts, mean=mean, mean_words=(_("mean"), mean_text)
            ),
            alt=_("Columns: %(title)s. %(numbers)s.") % {"title": table.label, "numbers": numbers},
            source=f"{table.label}, {page.book.year}. {source()}",
            bars=True,
        )


class ByHour(Chart):
    """Hours of the week: a breakdown by hour and weekday. The drawing holds all its numbers."""

    def draw(self, page, table):
        page.used.add(table.key)
        cells = [[cell or 0 for cell in day] for day in zip(*table.cells, strict=True)]
        totals = [table.printed(total) for total in table.column_totals]
        hours = [sum(line[hour] for line in cells) for hour in range(24)]
        parts = [sum(hours[part * 6 : part * 6 + 6]) for part in range(PARTS_OF_DAY)]
        percents = [f"{number(share, 1)}" for share in shares(parts, 1)]
        names = [_("night"), _("morning"), _("afternoon"), _("evening")]
        feet = [
            f"{name} {number(count)}, {PERCENT.written(share, 1)}"
            for name, count, share in zip(names, parts, shares(parts, 1), strict=True)
        ]
        most = parts.index(max(parts))
        darker = _("A darker field means more.")
        words = {"part": capital(names[most]), "first": most * 6, "last": most * 6 + 6, "share": percents[most]}
        days = WEEKDAYS[page.book.language]
        numbers = " ".join(f"{day}: {', '.join(map(number, line))}." for day, line in zip(days, cells, strict=True))
        return Picture(
            key=f"{table.key}-chart",
            caption=_("%(part)s, from %(first)s to %(last)s o'clock: %(share)s%% of all") % words,
            short=str(table.label),
            svg=charts.hours_of_the_week(
                days, cells, totals, feet, table.printed(table.total), {"total": _("total"), "hour": _("hour of start")}
            ),
            alt=_("%(title)s, 24 values from hour 0 to 23. %(numbers)s") % {"title": table.label, "numbers": numbers},
            source=f"{table.label}, {page.book.year}. {darker} {source()}",
        )


class Parts(Chart):
    """A bar for every part."""

    def draw(self, page, table):
        rows = [
            (str(part.label), exact(table.row_totals[part.key] or 0), table.printed(table.row_totals[part.key]))
            for part in table.rows
            if not part.parent and table.row_totals[part.key]
        ]
        highest = max(value for _name, value, _text in rows)
        strong = next(place for place, row in enumerate(rows) if row[1] == highest)
        numbers = ", ".join(f"{name} {text}" for name, _value, text in rows)
        words = {"title": table.figure.label, "part": rows[strong][0], "count": rows[strong][2]}
        return Picture(
            key=f"{table.key}-chart",
            caption=_("%(title)s: most for “%(part)s”, %(count)s") % words,
            short=str(table.label),
            svg=charts.bars([(*row, "strong" if place == strong else "") for place, row in enumerate(rows)]),
            alt=_("Bars: %(title)s. %(numbers)s.") % {"title": table.label, "numbers": numbers},
            source=f"{table.label}, {page.book.year}. {source()}",
            wide=False,
        )


class Occupancy(Chart):
    """A line over the months, in per cent."""

    def draw(self, page, table):
        values = [None if line[0] is None else exact(line[0]) for line in table.cells]
        written = [PERCENT.written(value, 0) for value in values]
        names = [str(part.label) for part in table.rows]
        known = [value for value in values if value is not None]
        title = str(table.figure.label)
        words = {"title": title, "low": PERCENT.written(min(known), 0), "high": PERCENT.written(max(known), 0)}
        last = next(text for text, value in zip(reversed(written), reversed(values), strict=True) if value is not None)
        numbers = ", ".join(f"{name} {text}" for name, text in zip(names, written, strict=True))
        return Picture(
            key=f"{table.key}-chart",
            caption=_("%(title)s by month: from %(low)s to %(high)s") % words,
            short=str(table.label),
            svg=charts.lines(
                MONTHS_SHORT[page.book.language],
                [(page.programme.called, values, last)],
                lambda value: PERCENT.written(value, 0),
            ),
            alt=_("A line: %(title)s by month. %(numbers)s.") % {"title": title, "numbers": numbers},
            source=f"{table.label}, {page.book.year}. {source()}",
        )


class Compared:
    """Bars of several figures of one unit: the first is the one to see."""

    def __init__(self, title, *figures):
        self.title, self.figures = title, figures

    def blocks(self, page):
        values = [page.results[figure] for figure in self.figures if page.has(figure)]
        if not any(value.exact for value in values):
            return
        rows = [(value.label, exact(value.exact or 0), value.printed) for value in values]
        numbers = ", ".join(f"{name} {text}" for name, _value, text in rows)
        yield Picture(
            key=f"{values[0].key}-compared",
            caption=f"{self.title}, {page.book.year}",
            svg=charts.bars([(*row, "" if place else "strong") for place, row in enumerate(rows)]),
            alt=_("Bars: %(title)s. %(numbers)s.") % {"title": self.title, "numbers": numbers},
            source=source(),
            wide=False,
        )
