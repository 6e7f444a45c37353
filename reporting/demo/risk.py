"""The invented society's instrument, and how risk went in its cases: it mostly falls, and sometimes rises again."""

import uuid
from datetime import timedelta

from cases import risk_factors

INSTRUMENT = str(uuid.uuid5(uuid.NAMESPACE_URL, "demo/instrument"))
INTERVALS = (12, 21, 30, 30, 45, 60, 60, 90, 90, 90)  # days to the next assessment
REASONS = [
    "Izmišljen zapis: zadnje dni je mirneje.",
    "Izmišljen zapis: čakal jo je pred službo.",
    "Izmišljen zapis: preselila se je k sestri.",
    "",
    "Izmišljen zapis: sodišče je podaljšalo prepoved.",
]
KEYS = [key for key, *_words in risk_factors.FACTORS]
WEIGHTS = {key: weight for key, weight, *_words in risk_factors.FACTORS}


def write_instrument(rows, existing):
    """The list that comes with the house, unless the society has taken it already."""
    found = existing.filter(key=risk_factors.KEY).order_by("edition").first()
    if found:
        return str(found.pk)
    known = risk_factors
    rows["instruments"].append(
        {"id": INSTRUMENT, "key": known.KEY, "edition": known.EDITION, "name": known.NAME, "licence": known.LICENCE,
         "review_days": known.REVIEW_DAYS}
    )  # fmt: skip
    for key, weight, sl, en in known.FACTORS:
        rows["risk_items"].append(
            {"instrument": INSTRUMENT, "key": key, "label_sl": sl, "label_en": en, "weight": weight}
        )
    for from_score, level, sl, en in known.BANDS:
        rows["risk_bands"].append(
            {"instrument": INSTRUMENT, "from_score": from_score, "label_sl": sl, "label_en": en, "level": level}
        )
    return INSTRUMENT


def write_assessments(book):
    luck, day = book.chance("risk"), 0
    so = {key for key in KEYS if luck.random() < (0.1 if WEIGHTS[key] > 5 else 0.33)}
    unknown = {key for key in KEYS if luck.random() < 0.3} - so
    for number, interval in enumerate(INTERVALS):
        at = book.after(day, hours=number % 4)
        review_on = (at + timedelta(days=interval)).date()
        book.write(
            "risk_assessments",
            f"risk/{number}",
            at,
            case=str(book.case.pk),
            instrument=book.instrument,
            worker=book.worker,
            assessed_at=at,
            yes=[key for key in KEYS if key in so],
            no=[key for key in KEYS if key not in so | unknown],
            reasons=luck.choice(REASONS),
            review_on=review_on,
        )
        day += interval + luck.randint(-2, 4)
        so = {key for key in so if luck.random() < 0.78} | {key for key in KEYS if luck.random() < 0.04}
        unknown = {key for key in unknown if luck.random() < 0.5} - so
