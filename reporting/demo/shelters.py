"""A shelter's year: enquiries, stays, services."""

from datetime import date, timedelta

from cases.vocabulary import Employment
from reporting.demo.calendar import DAY, at, year_days
from reporting.demo.chance import chance, pick, share_out, uneven
from reporting.demo.people import write_client
from reporting.demo.words import DONE

EMPLOYMENT = {Employment.UNEMPLOYED: 44, Employment.EMPLOYED: 38, Employment.UNEMPLOYABLE: 8, Employment.NOT_KNOWN: 10}
REASONS = {"nasilje-partnerja": 66, "nasilje-bivsega": 18, "nasilje-v-druzini": 16}
DESTINATIONS = {"samostojno": 42, "sorodniki": 24, "druga-varna-hisa": 12, "k-povzrocitelju": 10, "drugam": 12}
REFERRERS = {"crisis_centre": 40, "helpline": 22, "center-za-socialno-delo": 20, "policija": 12, "sama": 6}

AT_INSTITUTIONS = ("social_work", "court", "police", "health", "social_work")
CAME_OF_IT = ("reached", "goes_on", "in_part", "reached")


def write_stays(book, families, seed, numbers=None, referrers=None):
    """Families with their enquiries; `numbers` names the enquiry that a family came from."""
    for family in families:
        luck = chance(seed, family.woman.code, "stay")
        arrived, number = family.arrives.date(), (numbers or {}).get(family.woman.code, "")
        destination = pick(luck, DESTINATIONS)
        about = {
            "programme": family.programme,
            "household": family.woman.code,
            "enquiry": number,
            "arrived_at": family.arrives,
            "left_at": book.past(family.leaves),
            "house": family.room.house,
            "room": family.room.name,
            "expected_until": family.leaves.date() + timedelta(luck.choice((0, 0, 2, 5))),
            "referrer": (referrers or {}).get(number) or pick(luck, REFERRERS),
            "reason": pick(luck, REASONS),
            "destination": book.past(family.leaves) and destination,
        }
        for guest, bed in zip(family.guests, family.room.bed_names, strict=False):
            write_client(
                book,
                guest.code,
                family.programme,
                family.arrives,
                luck,
                until=family.leaves,
                born_on=guest.born_on,
                is_child=guest.is_child,
                sex=luck.choice(("woman", "man")) if guest.is_child else "woman",
            )
            book.write(
                "stays",
                family.arrives,
                id=guest.code,
                client=guest.code,
                bed=bed,
                resident="child" if guest.is_child else "woman",
                employment="" if guest.is_child else pick(luck, EMPLOYMENT),
                questionnaire_on=_questionnaire(book, family, guest, luck),
                **about,
            )
        if (family.leaves.date() - arrived).days > 200:
            write_extension(book, family)


def _questionnaire(book, family, guest, luck):
    return "" if guest.is_child or luck.random() > 0.6 else book.past(family.leaves.date() - DAY)


def write_extension(book, family):
    decided_on = family.arrives.date() + timedelta(175)
    for guest in family.guests:
        book.write(
            "extensions",
            decided_on,
            id=f"{guest.code}-extension",
            stay=book.id_of("stays", guest.code),
            decided_on=decided_on,
            until=family.leaves.date(),
            reason="Izmišljen razlog: čaka na stanovanje.",
        )


def write_interviews(book, programme, families, inputs, seed, year):
    """Introductory interviews of a year: of those who came then, and of some who decided not to come.

    Gives the number of each family's enquiry and the referrer of each number.
    """
    luck = chance(seed, year, programme, "interviews")
    came = [family for family in families if family.arrives.year == year]
    referrers = [referrer for referrer, count in inputs.referrers.items() for _ in range(count)]
    luck.shuffle(referrers)
    declined = [at(luck.choice(year_days(year)), 10) for _ in range(inputs.interviews - len(came))]
    numbers, by_number = {}, {}
    for number, (family, declined_at) in enumerate([*((f, None) for f in came), *((None, d) for d in declined)], 1):
        number += (year - 2000) * 1000
        interviewed_on = family.arrives.date() if family else declined_at.date()
        interviewed_on = max(date(year, 1, 1), interviewed_on - luck.randint(0, 3) * DAY)
        by_number[number] = referrers[number % 1000 - 1]
        if family:
            numbers[family.woman.code] = number
        book.write(
            "enquiries",
            interviewed_on,
            programme=programme,
            number=number,
            asked_at=at(interviewed_on, 8, 30),
            referrer=by_number[number],
            women=1,
            children=family.size - 1 if family else luck.randint(0, 2),
            interviewed_on=interviewed_on,
            outcome="admitted" if family else "declined",
        )
    return numbers, by_number


class Services:
    """Services of one shelter in one year. Residents take part on days on which they sleep in the house."""

    def __init__(self, book, programme, families, year, staff, seed):
        self.book, self.programme, self.year, self.staff = book, programme, year, staff
        self.luck = chance(seed, year, programme, "services")
        first, last = date(year, 1, 1), date(year, 12, 31)
        self.women, self.children, self.present = [], [], {}
        for family in families:
            for day in family.nights(first, last):
                self.women.append((family.woman.code, day))
                self.children += [(child.code, day) for child in family.guests[1:]]
                self.present.setdefault(day, []).append(family)

    def single(self, kind, lengths, people):
        """One service each of these lengths, each for one of the people on a day of hers."""
        for minutes in lengths:
            code, day = self.luck.choice(people)
            self._write(kind, self._moment(day), minutes, [code])

    def together(self, kind, count, minutes, children=False):
        """Activities for most of those who are there; gives the minutes of women and of children."""
        of_women = of_children = 0
        for day in sorted(self.luck.choices(sorted(self.present), k=count)):
            families = self.present[day]
            coming = [family for family in families if self.luck.random() < 0.8] or families[:1]
            codes = [guest.code for family in coming for guest in family.guests if children or not guest.is_child]
            self._write(kind, at(day, self.luck.choice((10, 16, 17)), 30), minutes, codes)
            of_women += minutes * len(coming)
            of_children += minutes * (len(codes) - len(coming))
        return of_women, of_children

    def former(self, kind, people, count, prefix, lengths):
        """Help to people who have no stay in the year: former users and such as may come."""
        codes = [f"{prefix}{number:02}" for number in range(1, people + 1)]
        moments = sorted(self._moment(self.luck.choice(year_days(self.year))) for _ in range(count))
        for number, (moment, minutes) in enumerate(zip(moments, lengths, strict=True)):
            code = codes[number] if number < people else self.luck.choice(codes)
            if number < people:
                write_client(self.book, code, self.programme, moment, self.luck)
            self._write(kind, moment, minutes, [code])

    def _moment(self, day):
        return at(day, self.luck.randint(8, 19), self.luck.choice((0, 15, 30, 45)))

    def _write(self, kind, moment, minutes, receivers):
        self.book.write(
            "services",
            moment,
            programme=self.programme,
            worker=self.luck.choice(self.staff),
            kind=kind,
            started_at=moment,
            minutes=minutes,
            receivers=receivers,
            received_as="former" if kind == "pomoc" else "housed",
            institution=AT_INSTITUTIONS[moment.day % len(AT_INSTITUTIONS)] if kind == "spremstvo" else "",
            result=CAME_OF_IT[moment.day % len(CAME_OF_IT)] if kind == "spremstvo" else "",
            note=self.luck.choice(DONE) if self.luck.random() < 0.05 else "",
        )


def write_services_by_hours(services, inputs, prefix):
    """Individual support, on the plan or not, so many hours in all; women and children each took part so many hours in all."""
    luck, counted = services.luck, inputs.counted
    women, children = inputs.women_hours * 60, inputs.children_hours * 60
    group, _none = services.together("skupina", counted["skupina"], 90)
    joint, joint_children = services.together("skupno", counted["skupno"], 120, children=True)
    planned = inputs.individual_minutes // 5
    services.single("nacrt", _lengths(planned, planned // 60, luck), services.women)
    support = inputs.individual_minutes - planned
    services.single("podpora", _lengths(support, support // 65, luck), services.women)
    advocacy = _lengths(counted["spremstvo"] * 140, counted["spremstvo"], luck)
    services.single("spremstvo", advocacy, services.women)
    crisis = [60] * counted["krizno"]
    services.single("krizno", crisis, services.women)
    rest = women - group - joint - inputs.individual_minutes - sum(advocacy) - sum(crisis)
    services.single("drugo", _lengths(rest, rest // 30, luck), services.women)
    alone = _lengths(counted["otroci"] * 55, counted["otroci"], luck)
    services.single("otroci", alone, services.children)
    rest = children - joint_children - sum(alone)
    services.single("ucenje", _lengths(rest, rest // 75, luck), services.children)
    lengths = [luck.choice((30, 45, 60)) for _ in range(inputs.former_services)]
    services.former("pomoc", inputs.former_people, inputs.former_services, prefix, lengths)


def write_services_by_count(services, inputs, prefix):
    """So many services in all, of each kind as many as are counted; residents took part so many hours in all."""
    luck, counted = services.luck, inputs.counted
    minutes = inputs.active_hours * 60
    minutes -= sum(services.together("skupina", counted["skupina"], 90))
    minutes -= sum(services.together("skupno", counted["skupno"], 120, children=True))
    other = inputs.services - sum(counted.values()) - inputs.former_services
    alone = {**{kind: counted[kind] for kind in ("podpora", "nacrt", "otroci", "spremstvo", "krizno")}, "drugo": other}
    lengths = _lengths(minutes, sum(alone.values()), luck)
    for kind, count in alone.items():
        people = services.children if kind == "otroci" else services.women
        services.single(kind, lengths[:count], people)
        lengths = lengths[count:]
    lengths = [luck.choice((20, 30, 45)) for _ in range(inputs.former_services)]
    services.former("pomoc", inputs.former_people, inputs.former_services, prefix, lengths)


def _lengths(minutes, count, luck):
    return share_out(minutes, uneven(luck, count, 0.6), 5)
