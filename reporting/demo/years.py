"""The society's years, put together."""

from dataclasses import replace
from datetime import date

from reporting.demo import inputs as sums
from reporting.demo.book import Book, gathered
from reporting.demo.chance import share_out
from reporting.demo.counselling import write_counselling
from reporting.demo.directory import write_directory, write_referrals
from reporting.demo.helpline import write_helpline, write_roster_to_come
from reporting.demo.households import households_2021, households_since
from reporting.demo.houses import lived_in, write_houses
from reporting.demo.money import write_money, write_plans
from reporting.demo.papers import write_papers
from reporting.demo.people import the_crew, write_crew
from reporting.demo.roster import write_hours_and_training, write_interventions, write_standby
from reporting.demo.shelters import (
    REFERRERS,
    Services,
    write_interviews,
    write_services_by_count,
    write_services_by_hours,
    write_stays,
)
from reporting.demo.society import write_society
from reporting.demo.specialists import write_interpreted_talks, write_specialists_of_the_house
from reporting.demo.volunteers import write_activities, write_training, write_volunteers

SEED = "lipa"
LIVING = 0.4  # of the services of 2021: as many as the pages of a demo need
LETTERS = {"zatocisce": "Z", "zatocisce_ii": "Y"}


def society(seed=SEED):
    """What is there before any year begins."""
    book = Book(f"{seed}/society")
    write_society(book)
    write_houses(book)
    write_crew(book, the_crew(), seed)
    write_hours_and_training(book, the_crew())
    write_papers(book, the_crew(), seed)
    return book


def the_year_2021(variant=sums.TEXT, seed=SEED):
    """The published year."""
    book, inputs = Book(f"{seed}/2021"), sums.year_2021(variant)
    write_what_all_years_have(book, inputs, seed)
    for programme, shelter in inputs.shelters.items():
        families = households_2021(programme, lived_in(programme), shelter, LETTERS[programme], seed)
        numbers, referrers = write_interviews(book, programme, families, shelter, seed, 2021)
        write_stays(book, families, seed, numbers, referrers)
        write_services(book, programme, families, shelter, 2021, seed)
    return gathered(society(seed), book)


def write_what_all_years_have(book, inputs, seed):
    crew = the_crew()
    write_helpline(book, inputs, crew, seed)
    write_counselling(book, inputs, crew, seed)
    write_volunteers(book, inputs, crew, seed)
    write_activities(book, inputs, crew, seed)
    write_training(book, inputs, crew, seed)
    write_money(book, inputs.year)
    write_plans(book, inputs.year, plans_of(inputs))


def plans_of(inputs):
    """In 2021 the one plan that was printed; later what a coordinator would promise."""
    plans = {"psihosocialna": {"users": inputs.counselling.planned}}
    if inputs.year > 2021:
        plans |= {
            "sos_telefon": {"helpline_calls": 2400, "office_calls": 900, "volunteer_hours": 3800},
            "zatocisce": {"women": 24, "introductory_interviews": 20},
            "zatocisce_ii": {"women": 20, "services_total": 1500},
            "prevention": {"workshops_vulnerable_groups": 24, "media_items": 80},
        }
    return plans


def write_services(book, programme, families, shelter, year, seed):
    services = Services(book, programme, families, year, the_crew().staff[:8], seed)
    prefix = f"{year % 100}-{LETTERS[programme]}B"
    if shelter.active_hours is None:
        write_services_by_hours(services, shelter, prefix)
    else:
        write_services_by_count(services, shelter, prefix)


def years_until(now, seed=SEED):
    """Last year and this one, as far as they have come; both years are made whole, so a later day finds the same."""
    living = Book(f"{seed}/living", until=now)
    books = []
    for year in (now.year - 1, now.year):
        book, inputs = Book(f"{seed}/{year}", until=now), sums.like_2021(year)
        write_what_all_years_have(book, inputs, seed)
        for programme in inputs.shelters:
            write_living_shelter(book, living, programme, year, now, seed)
        books.append(book)
    contacts = [row for book in books for row in book.rows["contacts"]]
    write_specialists_of_the_house(living, seed)
    write_interpreted_talks(living, contacts, seed)
    write_directory(living, now, the_crew().staff)
    write_referrals(living, contacts, seed)
    coming = Book(f"{seed}/{now.year + 1}", until=now)
    write_roster_to_come(coming, sums.like_2021(now.year + 1), the_crew(), seed)
    for book in (*books, coming):
        write_standby(book, seed)
        write_interventions(book, seed)
    return gathered(*books, coming, living)


def write_living_shelter(book, living, programme, year, now, seed):
    """A year of a shelter as its families made it: services in proportion to their nights."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    families = households_since(programme, lived_in(programme), first, last, LETTERS[programme], seed)
    shelter = like(sums.FIRST_SHELTER if programme == "zatocisce" else sums.SECOND_SHELTER, families, first, last)
    numbers, referrers = write_interviews(book, programme, families, shelter, seed, year)
    new = [family for family in families if family.arrives.year == year or year == now.year - 1]
    write_stays(living, new, seed, numbers, referrers)
    write_services(book, programme, families, shelter, year, seed)


def like(shelter, families, first, last):
    """The same shelter with other families: services in the same proportion to nights."""
    nights = {family.woman.code: len(family.nights(first, last)) for family in families}
    of_all = sum(nights[family.woman.code] * family.size for family in families)
    came = sum(family.arrives.year == first.year for family in families)
    part = LIVING * of_all / shelter.nights
    of_women = LIVING * sum(nights.values()) / (shelter.nights * 94 / 152)
    interviews = came + 4
    return replace(
        shelter,
        counted={kind: max(1, int(count * part)) for kind, count in shelter.counted.items()},
        services=shelter.services and int(shelter.services * part),
        individual_minutes=shelter.individual_minutes and int(shelter.individual_minutes * of_women),
        women_hours=shelter.women_hours and int(shelter.women_hours * of_women),
        children_hours=shelter.children_hours and int(shelter.children_hours * part),
        active_hours=shelter.active_hours and int(shelter.active_hours * part),
        interviews=interviews,
        referrers=dict(zip(REFERRERS, share_out(interviews, list(REFERRERS.values())), strict=True)),
    )
