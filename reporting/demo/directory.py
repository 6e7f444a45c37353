"""Where the invented society refers to: places that are nowhere, with numbers that nobody has."""

from datetime import date, timedelta

from programmes.models import InstitutionKind
from reporting.demo.chance import chance
from reporting.demo.helpline import PROGRAMME

REGIONS = {
    # key: invented town, the first digits of its numbers
    "osrednjeslovenska": ("Primerjevo", "01"),
    "savinjska": ("Vzorčna vas", "03"),
    "podravska": ("Zgledno", "02"),
    "gorenjska": ("Namišljeno", "04"),
    "jugovzhodna": ("Dozdevje", "07"),
    "obalno-kraska": ("Izmišljeni Breg", "05"),
    "pomurska": ("Bajkovci", "02"),
}
TERMS = {
    InstitutionKind.POLICE: "policija",
    InstitutionKind.SOCIAL_WORK: "csd",
    InstitutionKind.SHELTER: "varna-hisa",
    InstitutionKind.HEALTH: "zdravstvo",
    InstitutionKind.LEGAL_AID: "pravna-pomoc",
}
IN_EVERY_REGION = [
    # kind, name, opening hours, day and night, languages, note
    (InstitutionKind.POLICE, "Policijska postaja {town}", "", "yes", "sl;en", ""),
    (
        InstitutionKind.SOCIAL_WORK,
        "Center za socialno delo {town}",
        "pon., tor. 8.00–15.00, sre. 8.00–17.00, pet. 8.00–13.00",
        "",
        "sl",
        "Po uri dela interventna služba.",
    ),
    (InstitutionKind.HEALTH, "Zdravstveni dom {town}", "nujna pomoč vse dni", "yes", "sl;en", ""),
    (
        InstitutionKind.LEGAL_AID,
        "Pravna posvetovalnica {town}",
        "tor., čet. 9.00–12.00",
        "",
        "sl",
        "Pred obiskom pokličejo, prvi posvet je brezplačen.",
    ),
]
ELSEWHERE = [
    # kind, name, region, opening hours, day and night, languages, note
    (InstitutionKind.SHELTER, "Krizni center Lučka", "osrednjeslovenska", "", "yes", "sl;bhs;en", "Sprejem ob vsaki uri."),
    (InstitutionKind.SHELTER, "Krizni center Zavetje", "savinjska", "", "yes", "sl;en", "Sprejem ob vsaki uri."),
    (InstitutionKind.SHELTER, "Varna hiša Breza", "podravska", "sprejem 8.00–18.00", "", "sl", "Ženske z otroki."),
    (InstitutionKind.SHELTER, "Varna hiša Jelka", "gorenjska", "sprejem 8.00–18.00", "", "sl;sq", "Ženske z otroki."),
    (InstitutionKind.SHELTER, "Materinski dom Sonce", "obalno-kraska", "pon.–pet. 8.00–16.00", "", "sl", ""),
    (InstitutionKind.HELPLINE, "Telefon za otroke Iskra", "", "12.00–20.00", "", "sl", "Za otroke in mladostnice."),
    (InstitutionKind.HELPLINE, "Telefon v stiski Vijolica", "", "19.00–7.00", "", "sl", "Ponoči, ob duševni stiski."),
    (InstitutionKind.HELPLINE, "Telefon za starejše Hrast", "", "8.00–20.00", "", "sl", ""),
    (InstitutionKind.HELPLINE, "Telefon za migrantke Most", "", "9.00–17.00", "", "en;sq;ru;bhs", ""),
    (InstitutionKind.OTHER, "Center za nenasilno komunikacijo Reka", "osrednjeslovenska", "po dogovoru", "", "sl", "Za povzročitelje."),
    (InstitutionKind.OTHER, "Dnevni center Priložnost", "savinjska", "pon.–pet. 9.00–14.00", "", "sl;bhs", ""),
    (InstitutionKind.OTHER, "Skupina za samopomoč Pot", "podravska", "sre. 17.00", "", "sl", "Zasvojenosti."),
    (InstitutionKind.OTHER, "Stanovanjska svetovalnica Ključ", "", "pon.–čet. 10.00–13.00", "", "sl;en", ""),
]  # fmt: skip
OF_TERM = {
    "policija": 0.5,
    "csd": 0.4,
    "varna-hisa": 0.6,
    "zdravstvo": 0.3,
    "pravna-pomoc": 0.5,
}  # how many name the place


def write_directory(book, now, checkers):
    listed_on = date(now.year - 1, 1, 10)
    for number, (kind, name, region, hours, always, languages, note) in enumerate(all_places(), 1):
        checked_on = now.date() - timedelta(days=(number * 37) % 230 + 2)
        _town, digits = REGIONS.get(region, ("", "08"))
        key = key_of(number)
        book.write(
            "directory",
            key=key,
            name=name,
            kind=kind.value,
            term=TERMS.get(kind, ""),
            region=region,
            address=address(kind, region, number),
            phone=f"{digits} 000 {number // 10:02} {number % 10:02}",
            email=f"{key}@primer.example" if number % 3 else "",
            web=f"https://{key}.primer.example" if number % 2 else "",
            hours=hours,
            always_open=always,
            languages=languages,
            note=note,
            listed_on=listed_on,
            checked_on=max(checked_on, listed_on) if number % 17 else "",
            checked_by=checkers[number % len(checkers)] if number % 17 else "",
        )


def key_of(number):
    return f"mesto-{number:02}"


def address(kind, region, number):
    """Streets that are nowhere; a shelter has none."""
    secret = kind in (InstitutionKind.SHELTER, InstitutionKind.HELPLINE)
    return "" if secret or not region else f"Izmišljena ulica {number}, {REGIONS[region][0]}"


def all_places():
    for region, (town, _digits) in REGIONS.items():
        for kind, name, *more in IN_EVERY_REGION:
            yield (kind, name.format(town=town), region, *more)
    yield from ELSEWHERE


def write_referrals(book, contacts, seed):
    """Of the contacts that name a kind of place, some name the place itself: one near the caller if there is any."""
    places = list(enumerate(all_places(), 1))
    for contact in contacts:
        if contact["programme"] != PROGRAMME or not contact.get("referred_to"):
            continue
        luck = chance(seed, contact["id"], "referrals")
        for term in contact["referred_to"]:
            if luck.random() < OF_TERM.get(term, 0) / 2:
                write_referral(book, contact, luck.choice(fitting(places, term, contact["municipality"])))


def fitting(places, term, region):
    of_term = [(number, place) for number, place in places if TERMS.get(place[0]) == term]
    return [number for number, place in of_term if place[2] == region] or [number for number, _place in of_term]


def write_referral(book, contact, number):
    given_at = contact["started_at"] + timedelta(minutes=contact["minutes"])
    book.write(
        "referrals",
        given_at,
        id=f"{contact['id']}/{number}",
        contact=contact["id"],
        entry=key_of(number),
        given_at=given_at,
    )
