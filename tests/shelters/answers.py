"""What a coordinator's browser sends, as she fills in a form."""

from uuid import uuid4

from tests.shelters.scenes import day


def admission(*people, arrived="today 8:00", **fields):
    """People are pairs of a bed and her other answers."""
    data = {"id": uuid4(), "arrived_at_0": typed(arrived), "expected_until": typed_day(21)}
    data |= {"people-TOTAL_FORMS": len(people), "people-INITIAL_FORMS": len(people)}
    for n, (bed, answers) in enumerate(people):
        person = {"resident": "woman" if n == 0 else "child", "bed": bed.pk, **answers}
        data |= {f"people-{n}-{name}": value for name, value in person.items()}
    return data | fields


def typed(moment):
    """today 8:00, with the day written out."""
    return moment.replace("today", typed_day(0)).replace("yesterday", typed_day(-1))


def typed_day(n):
    return f"{day(n):%d.%m.%Y}"
