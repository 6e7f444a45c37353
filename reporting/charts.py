"""Charts drawn for print and page alike: direct labels instead of legends, three colours at most, whole in black and white.

Each function takes names, values and their printed forms, and gives an SVG. Sizes are millimetres of the page, so that
bars stand over the columns of the table below them. The words for those who can't see it are the caller's.
"""

import re
from base64 import b64encode
from functools import cache
from itertools import pairwise
from math import ceil, floor
from pathlib import Path

import vl_convert
from django.conf import settings

INK, SOFT, LINE = "#1f2421", "#575f59", "#d9d5cb"
GREEN, PALE, BLUE, EDGE, WHITE = "#2f6b4f", "#a6c8b6", "#235d8c", "#7d8279", "#ffffff"
STEPS = ["#f1f6f3", "#d3e5da", PALE, "#74ab8e", GREEN]
FONT = "Lipa Sans"
MM, PT = 96 / 25.4, 96 / 72  # Vega's pixels in a millimetre and in a point
FULL, TEXT = 162, 114  # mm: the whole measure, the text column
ROW = 15 * PT  # a line of text
SERIES = (  # two lines that differ in colour, dash and mark
    {"color": GREEN, "shape": "circle", "dash": None, "fill": GREEN},
    {"color": BLUE, "shape": "square", "dash": [5, 3], "fill": WHITE},
    {"color": INK, "shape": "diamond", "dash": [1, 3], "fill": WHITE},
)


def label(x, y, words, size=8, color=SOFT, align="left", weight=400, baseline="alphabetic"):
    """One label at a fixed place: charts carry their words, not a legend."""
    mark = {"type": "text", "align": align, "baseline": baseline, "fontSize": size * PT, "color": color}
    place = {"text": {"value": str(words)}, "x": {"value": x}, "y": {"value": y}}
    return {"data": {"values": [{}]}, "mark": {**mark, "fontWeight": weight}, "encoding": place}


def line(x1, y1, x2, y2, color=SOFT, width=0.75, dash=None):
    mark = {"type": "rule", "color": color, "strokeWidth": width, **({"strokeDash": dash} if dash else {})}
    ends = {"x": {"value": x1}, "x2": {"value": x2}, "y": {"value": y1}, "y2": {"value": y2}}
    return {"data": {"values": [{}]}, "mark": mark, "encoding": ends}


def rect(x1, y1, x2, y2, **mark):
    ends = {"x": {"value": x1}, "x2": {"value": x2}, "y": {"value": y1}, "y2": {"value": y2}}
    return {"data": {"values": [{}]}, "mark": {"type": "rect", **mark}, "encoding": ends}


@cache
def register_fonts():
    """Once a process: labels are set in the report's own face."""
    vl_convert.register_font_directory(str(Path(settings.STATICFILES_DIRS[0]) / "fonts"))


def draw(layers, width, height, left=0, top=0, right=0, bottom=0):
    """A chart whose outer size is exact, so that it stands on the page's grid."""
    register_fonts()
    axis = {"domain": False, "ticks": False, "title": None, "grid": False, "labelColor": SOFT}
    axis |= {"labelFontSize": 8 * PT, "labelFont": FONT, "labelPadding": 5}
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "autosize": {"type": "none"},
        "padding": {"left": left, "top": top, "right": right, "bottom": bottom},
        "width": width - left - right,
        "height": height - top - bottom,
        "layer": layers,
        "config": {"font": FONT, "view": {"stroke": None}, "axis": axis, "text": {"font": FONT}},
    }
    svg = vl_convert.vegalite_to_svg(spec)
    return re.sub(r' (aria-[a-z]+|role|class|style)="[^"]*"', "", svg)  # the page gives the alternative text


def data_uri(svg):
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def columns(names, values, texts, mean=None, mean_words=("", ""), measure=126, margin=13.2, height=97.5):
    """A column for each month, the highest marked; over the month columns of the table below it."""
    peak = max(values) or 1
    highest = values.index(max(values))
    rows = [
        {"name": name, "value": float(value), "text": text, "peak": i == highest}
        for i, (name, value, text) in enumerate(zip(names, values, texts, strict=True))
    ]
    width, right, top, bottom = measure * MM, margin * MM, 2, 20
    plot = height * PT - top - bottom
    scale = {"paddingInner": 0.3, "paddingOuter": 0.15}
    x = {"field": "name", "type": "ordinal", "sort": None, "scale": scale, "axis": {"labelAngle": 0}}
    y = {"field": "value", "type": "quantitative", "axis": None, "scale": {"domain": [0, float(peak)]}}
    color = {"condition": {"test": "datum.peak", "value": GREEN}, "value": PALE}
    layers = [{"data": {"values": rows}, "mark": {"type": "bar"}, "encoding": {"x": x, "y": y, "color": color}}]
    if mean is not None:
        level = plot * (1 - float(mean) / float(peak))
        layers += [
            line(0, level, width - right, level, INK, 0.9, [1, 3]),
            label(width - right + 5, level - 1, mean_words[0]),
            label(width - right + 5, level + 12, mean_words[1], 8.5, INK),
        ]
    for inside in (True, False):  # a low column has its number above it
        for marked in (True, False):
            chosen = [
                row for row in rows if row["peak"] is marked and (plot * row["value"] / float(peak) > 18) is inside
            ]
            ink = WHITE if marked and inside else INK
            place = {"value": plot - 6} if inside else {**y, "axis": None}
            mark = {"type": "text", "baseline": "alphabetic", "fontSize": 8.5 * PT, "color": ink}
            mark |= {"fontWeight": 600 if marked else 400} | ({} if inside else {"dy": -4})
            encoding = {"x": x, "y": place, "text": {"field": "text", "type": "nominal"}}
            if chosen:
                layers.append({"data": {"values": chosen}, "mark": mark, "encoding": encoding})
    return draw(layers, width, height * PT, 0, top, right, bottom)


def hours_of_the_week(days, cells, totals, feet, total, words):
    """A field for each hour of each weekday in five steps of one hue, each with its number."""
    values = [{"d": day, "h": h, "n": n} for day, row in zip(days, cells, strict=True) for h, n in enumerate(row)]
    left, right, col, top, bottom = 20.4 * MM, 12 * MM, 5.4 * MM, 21, 27
    plot_w, plot_h = 24 * col, 7 * ROW
    highest = max(max(row) for row in cells) or 1
    limits = [highest * step / 5 for step in range(1, 5)]
    x = {"field": "h", "type": "ordinal", "scale": {"padding": 0}}
    x["axis"] = {"orient": "top", "labelAngle": 0, "labelPadding": 6}
    y = {"field": "d", "type": "ordinal", "sort": None, "scale": {"padding": 0}}
    y["axis"] = {"labelPadding": left, "labelAlign": "left", "labelColor": INK, "labelFontSize": 8.5 * PT}
    fill = {"field": "n", "type": "quantitative", "legend": None}
    fill["scale"] = {"type": "threshold", "domain": limits, "range": STEPS}
    ink = {"condition": {"test": f"datum.n >= {limits[-1]}", "value": WHITE}, "value": INK}
    field = {"type": "rect", "stroke": WHITE, "strokeWidth": 1.2}
    digit = {"type": "text", "fontSize": 8 * PT, "baseline": "middle"}
    layers = [
        {"data": {"values": values}, "mark": field, "encoding": {"x": x, "y": y, "color": fill}},
        {"data": {"values": values}, "mark": digit, "encoding": {"x": x, "y": y, "text": {"field": "n"}, "color": ink}},
        label(plot_w + right, -7, words["total"], 8, SOFT, "right"),
        label(-left, -7, words["hour"], 8, SOFT),
    ]
    for d, text in enumerate(totals):
        layers.append(label(plot_w + right, (d + 0.5) * ROW, text, 8.5, INK, "right", 600, "middle"))
    foot = plot_h + 7
    for part, text in enumerate(feet):
        layers.append(line(part * 6 * col + 1, foot, (part + 1) * 6 * col - 1, foot))
        layers.append(label(part * 6 * col + 2, foot + 15, text, 8.5, INK))
    layers.append(label(plot_w + right, foot + 15, total, 8.5, INK, "right", 600))
    return draw(layers, FULL * MM, top + plot_h + bottom, left, top, right, bottom)


def apart(levels, least):
    """The same levels, moved so far that no two labels touch."""
    order = sorted(range(len(levels)), key=lambda i: levels[i])
    moved = list(levels)
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + least)
    return moved


def lines(names, series, percent, height=157.5):
    """Up to three lines over the months, named at their ends; `percent` writes the marks of the axis."""
    shown = [value for _name, values, _text in series for value in values if value is not None]
    low = max(0, floor(min(shown) / 10) * 10) if shown else 0
    high = max(low + 10, ceil(max(shown) / 10) * 10) if shown else 100
    right, top, bottom, indent = 34 * MM, 14, 20, 12 * MM
    plot_w, plot_h = FULL * MM - right, height * PT - top - bottom
    step = (plot_w - indent - 4) / max(1, len(names) - 1)

    def at(share):
        return plot_h * (high - float(share)) / (high - low)

    layers = []
    for share in range(low, high + 1, 10 if high - low <= 60 else 20):
        layers.append(line(0, at(share), plot_w, at(share), LINE if share > low else EDGE))
        layers.append(label(0, at(share) - 4, percent(share)))
    for i, name in enumerate(names):
        layers.append(label(indent + i * step, plot_h + 15, name, 8, SOFT, "center"))
    ends = apart(
        [at(next((v for v in reversed(values) if v is not None), low)) for _n, values, _t in series], ROW * 0.8
    )
    for (name, values, text), look, end in zip(series, SERIES, ends, strict=False):
        dots = [{"x": indent + i * step, "y": at(v)} for i, v in enumerate(values) if v is not None]
        place = {
            axis: {"field": axis, "type": "quantitative", "axis": None,
                   "scale": {"domain": [0, size], "range": [0, size], "nice": False}}
            for axis, size in (("x", plot_w), ("y", plot_h))
        }  # fmt: skip
        stroke = {"type": "line", "color": look["color"], "strokeWidth": 1.8}
        stroke |= {"strokeDash": look["dash"]} if look["dash"] else {}
        dot = {"type": "point", "shape": look["shape"], "size": 34, "fill": look["fill"], "stroke": look["color"]}
        layers.append({"data": {"values": dots}, "encoding": place, "mark": stroke})
        layers.append({"data": {"values": dots}, "encoding": place, "mark": {**dot, "strokeWidth": 1.4, "opacity": 1}})
        layers.append(label(plot_w + 10, end + 4, f"{name}, {text}", 8.5, look["color"], weight=600))
    return draw(layers, FULL * MM, height * PT, 0, top, right, bottom)


def room_for(names, least=24, most=72):
    """Millimetres that the longest name takes."""
    return min(most, max(least, 1.6 * max(map(len, names), default=0) + 4))


def bars(rows, measure=TEXT, right=22):
    """Name, bar, number: (name, value, text, look), where look is "", "strong" or "empty" (what is no money)."""
    left, right = room_for([name for name, *_more in rows]) * MM, right * MM
    plot_w, longest, layers = measure * MM - left - right, max([value for _n, value, _t, _l in rows] or [1]) or 1, []
    for i, (name, value, text, look) in enumerate(rows):
        width = max(plot_w * float(value) / float(longest), 0.8)
        mark = {"color": WHITE, "stroke": SOFT, "strokeWidth": 1} if look == "empty" else {"color": PALE}
        mark = {"color": GREEN} if look == "strong" else mark
        layers.append(rect(0, i * ROW + 4.5, width, (i + 1) * ROW - 3.5, **mark))
        layers.append(label(-left, (i + 0.72) * ROW, name, 8.5, INK))
        layers.append(label(width + 6, (i + 0.72) * ROW, text, 8.5, INK, weight=600 if look == "strong" else 400))
    return draw(layers, measure * MM, len(rows) * ROW, left, 0, right, 0)


def grouped_bars(groups):
    """Groups of bars told apart by full, pale and empty: [(head, share, look, [(name, value, text, share)])]."""
    longest = max([value for *_h, part in groups for _n, value, _t, _s in part] or [1]) or 1
    left, right = 62 * MM, 36 * MM
    plot_w, y, layers = FULL * MM - left - right, 0.0, []
    looks = {
        "full": {"color": GREEN},
        "pale": {"color": PALE},
        "empty": {"color": WHITE, "stroke": SOFT, "strokeWidth": 1},
    }

    def words(x, text, align="left", weight=400):
        layers.append(label(x, y + ROW * 0.72, text, 8.5, INK, align, weight))

    for head, share, look, part in groups:
        layers.append(line(-left, y, plot_w + right, y, LINE))
        words(-left, head, weight=600)
        words(plot_w + right, share, "right", 600)
        for name, value, text, part_share in part:
            if len(part) > 1 or name != head:
                y += ROW
                words(-left, name)
                words(plot_w + right, part_share, "right")
            width = max(plot_w * float(value) / float(longest), 0.8)
            layers.append(rect(0, y + 4.5, width, y + ROW - 3.5, **looks[look]))
            words(width + 6, text)
        y += ROW + 5
    return draw(layers, FULL * MM, y - 3, left, 1, right, 1)
