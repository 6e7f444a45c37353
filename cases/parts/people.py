from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import CasePerson, Involved
from cases.places import Fact, Section, beside, facts
from cases.vocabulary import CaseRole


@facts.part
def who_she_is(case, user):
    client = case.client
    age = years(client.age) if client.age is not None else ""
    words = [str(word) for word in (age, client.municipality) if word]
    if words:
        yield Fact(_("She") if client.sex == "woman" else client.get_sex_display().capitalize(), ", ".join(words))


@facts.part
def children_and_perpetrator(case, user):
    people = people_of(case)
    children = [person for person in people if person.role == CaseRole.CHILD]
    if children:
        ages = [years(child.age) for child in children if child.age is not None]
        name = ngettext("Child", "Children", len(children))
        yield Fact(name, ", ".join(ages) or len(children))
    perpetrators = [person for person in people if person.role == CaseRole.PERPETRATOR]
    if perpetrators:
        words = [person.relation_words for person in perpetrators if person.relation_words]
        yield Fact(_("Perpetrator"), ", ".join(words) or len(perpetrators))


@beside.part
def people_and_roles(case, user):
    others = [person for person in people_of(case) if person.client_id != case.client_id]
    yield Section("cases/case_people.html", 20, {"people": others})


@beside.part
def institutions(case, user):
    involved = Involved.objects.visible_to(user).filter(case=case).select_related("vault")
    yield Section("cases/case_institutions.html", 25, {"involved": involved})


def people_of(case):
    """Read once for the page."""
    if not hasattr(case, "people_of_the_page"):
        people = CasePerson.objects.filter(case=case).select_related("vault", "client__vault", "case")
        case.people_of_the_page = sorted(people, key=lambda person: list(CaseRole).index(CaseRole(person.role)))
    return case.people_of_the_page


def years(n):
    return ngettext("%(n)s year", "%(n)s years", n) % {"n": n}
