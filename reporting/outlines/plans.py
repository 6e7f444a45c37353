"""What was promised, beside what was reached."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.writing import exact, number
from reporting.document import Number, Row, Table


class PlanAndResult:
    """What was promised beside what was reached, for the figures of the programme that have a plan."""

    def blocks(self, page):
        values = [page.results[key] for key in page.plans if page.results is not None and key in page.results]
        values = [value for value in values if hasattr(value, "exact") and value.exact is not None]
        if not values:
            return
        missed = [value for value in values if value.exact < page.plans[value.key]]
        yield Table(
            key="plan",
            caption=_("Plan and result, %(year)s") % {"year": page.book.year},
            stub=_("Figure"),
            columns=(_("plan"), _("result"), _("reached, %"), _("the line is the plan")),
            rows=[self.row(page, value) for value in values],
            look="plan",
            notes=[
                ngettext(
                    "%(count)s figure stayed below its plan.", "%(count)s figures stayed below their plan.", len(missed)
                )
                % {"count": number(len(missed))}
                if missed
                else _("All plans were reached.")
            ],
            source=_("Source: the yearly plan, the organisation's records."),
            wide=True,
        )

    def row(self, page, value):
        planned = page.plans[value.key]
        reached = exact(value.exact) * 100 / exact(planned) if planned else None
        bar = Number(None, "", bar=f"{min(reached / 2, 100) if reached is not None else 0:.1f}")
        percent = Number(reached, number(reached, 1), decimals=1)
        kind = "missed" if value.exact < planned else ""
        return Row(value.label, (page.plan(value), page.number(value), percent, bar), kind, value.key)
