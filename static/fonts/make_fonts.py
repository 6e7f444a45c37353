"""Makes the fonts of Lipa from Source Sans 3 and Source Serif 4, for the browser and the printed report alike.

    pip download --no-deps fontpkg-source-sans-3==3.52 fontpkg-source-serif-4==4.4
    python static/fonts/make_fonts.py FOLDER-WITH-THE-WHEELS

The results are committed beside this file; the same wheels yield the same bytes. "Source" is a reserved name
(OFL.txt), so a changed font is renamed. The optical size is fixed: 10.5 for text, 48 for titles and large figures.
Needs fonttools and brotli, which WeasyPrint brings along.
"""

import io
import sys
import zipfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
TEXT, TITLES = 10.5, 48
FONTS = {  # file: family, style, wheel, source in it, axes
    "lipa-sans": ("Lipa Sans", "Regular", "sans", "SourceSans3[wght].ttf", {"wght": (400, 700)}),
    "lipa-serif": ("Lipa Serif", "Regular", "serif", "SourceSerif4[opsz,wght].ttf", {"wght": (400, 700), "opsz": TEXT}),
    "lipa-serif-italic": (
        "Lipa Serif", "Italic", "serif", "SourceSerif4-Italic[opsz,wght].ttf", {"wght": 400, "opsz": TEXT},
    ),
    "lipa-serif-display": (
        "Lipa Serif Display", "Regular", "serif", "SourceSerif4[opsz,wght].ttf", {"wght": (300, 400), "opsz": TITLES},
    ),
}  # fmt: skip
LETTERS = [
    range(0x20, 0x7F),
    range(0xA0, 0x180),  # Latin with Slovenian, Croatian and the neighbours
    [0x192, *range(0x1C4, 0x1CD), *range(0x218, 0x21C)],
    range(0x1E80, 0x1E86),
    range(0x400, 0x460),  # Cyrillic with Serbian, Macedonian and Ukrainian
    range(0x490, 0x492),
    [0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD, 0x300, 0x301, 0x302, 0x303, 0x307, 0x308, 0x30C],
    range(0x2007, 0x2012),
    range(0x2012, 0x2045),
    [0x2070, *range(0x2074, 0x2080), *range(0x2080, 0x208A)],
    [0x20AC, 0x2103, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193],
    [0x2212, 0x2215, 0x2219, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CF, 0x25CB, 0x2713, 0x2715],
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "pnum", "tnum", "sups", "case"]


def wheel(folder, name):
    return zipfile.ZipFile(next(Path(folder).glob(f"fontpkg_source_{name}_*.whl")))


def cut(data, axes):
    """The font with its axes limited, saved and loaded again: a subset straight after it would lose glyphs."""
    font = instantiateVariableFont(TTFont(io.BytesIO(data), recalcTimestamp=False), axes)
    saved = io.BytesIO()
    font.save(saved)
    saved.seek(0)
    return TTFont(saved, recalcTimestamp=False)


def rename(font, family, style):
    """Our names only; licence, copyright and designer stay as they are."""
    postscript = f"{family}-{style}".replace(" ", "")
    names = {1: family, 2: style, 3: f"Lipa;{postscript}", 4: f"{family} {style}", 6: postscript, 16: family, 17: style}
    kept = {0, 5, 8, 9, 11, 12, 13, 14}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in kept | names.keys() or record.nameID > 255]
    for number, name in names.items():
        table.setName(name, number, 3, 1, 0x409)


def subset(font):
    options = Options(
        layout_features=FEATURES,
        flavor="woff2",
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        hinting=False,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[letter for letters in LETTERS for letter in letters])
    subsetter.subset(font)
    return options


def main(folder):
    for file, (family, style, wheel_name, source, axes) in FONTS.items():
        package = wheel(folder, wheel_name)
        font = cut(next(package.read(name) for name in package.namelist() if name.endswith(source)), axes)
        rename(font, family, style)
        subset(font)
        font.flavor = "woff2"
        font.save(HERE / f"{file}.woff2")
        print(file, (HERE / f"{file}.woff2").stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1])
