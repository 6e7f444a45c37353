"""How every figure is counted, with its value: nothing is printed that is not explained here."""

from django.utils.translation import gettext as _

from reporting.book import number_of
from reporting.document import Number, Row, Table
from reporting.outlines.tables import capital


class Definitions:
    def blocks(self, page):
        rows = []
        for key, results in page.book.results.items():
            name = results.scope.programme.name if results.scope.programme else _("Whole organisation")
            rows.append(Row(name, kind="group"))
            rows += [self.row(key, value) for value in results.values_in_order]
        yield Table(
            key="definitions",
            caption=_("Figures and their rules"),
            stub=_("Figure"),
            columns=(_("What it counts"), str(page.book.year), _("unit")),
            rows=rows,
            look="defs",
            notes=[_("Shares are computed from counts, never from rounded shares.")],
            wide=True,
            word_columns=(0, 2),
        )

    def row(self, key, value):
        number = number_of(value, f"{key}.{value.key}")
        unit = Number(None, str(value.figure.unit))
        return Row(capital(value.label), (Number(None, value.definition), number, unit), key=value.key)
