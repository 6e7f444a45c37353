"""Who may sign in to the demo. The password is no secret: the demo runs on one's own computer and holds nobody."""

from dataclasses import dataclass

from django_scopes import scopes_disabled

from accounts.models import User
from accounts.roles import Role
from programmes.models import Assignment, Programme, Worker
from reporting.demo import crisis_centre, society

PASSWORD = "modra lipa ob potoku"


@dataclass(frozen=True)
class SignIn:
    email: str
    name: str
    organisation: str
    roles: dict  # role: keys of programmes, None for all
    worker: str


SIGN_INS = [
    SignIn(
        "svetovalka@primer.example",
        "Neža Primer",
        society.KEY,
        {Role.COUNSELLOR: ["sos_telefon", "psihosocialna", "zatocisce"]},
        "D001",
    ),
    SignIn("telefon@primer.example", "Brina Primer", society.KEY, {Role.COUNSELLOR: ["sos_telefon"]}, "D005"),
    SignIn(
        "koordinatorka@primer.example",
        "Zarja Primer",
        society.KEY,
        {Role.COORDINATOR: ["zatocisce", "zatocisce_ii", "sos_telefon"]},
        "D002",
    ),
    SignIn("prostovoljka@primer.example", "Maja Primer", society.KEY, {Role.COUNSELLOR: ["sos_telefon"]}, "P001"),
    SignIn("vodja@primer.example", "Iva Primer", society.KEY, {Role.MANAGER: None}, "D003"),
    SignIn("skrbnica@primer.example", "Tea Primer", society.KEY, {Role.ADMINISTRATOR: None}, "D004"),
    SignIn(
        "center@zgled.example",
        "Mila Zgled",
        crisis_centre.KEY,
        {Role.COORDINATOR: None, Role.MANAGER: None},
        "K01",
    ),
]


@scopes_disabled()
def make_sign_ins():
    """Those that are missing; somebody who changed her password keeps it."""
    for sign_in in SIGN_INS:
        user = User.objects.filter(email=sign_in.email).first() or User.objects.create_user(
            sign_in.email, PASSWORD, name=sign_in.name
        )
        assignments = [
            Assignment(user=user, programme=programme, role=role)
            for role, keys in sign_in.roles.items()
            for programme in programmes_of(sign_in.organisation, keys)
        ]
        Assignment.objects.bulk_create(assignments, ignore_conflicts=True)
        worker = Worker.objects.filter(organisation__key=sign_in.organisation, code=sign_in.worker, user=None).first()
        if worker and not Worker.objects.filter(user=user).exists():
            worker.user, worker.name = user, user.name
            worker.save()


def programmes_of(organisation, keys):
    programmes = Programme.objects.filter(organisation__key=organisation)
    return programmes.filter(key__in=keys) if keys else programmes


def spoken():
    """One line for each of them."""
    for sign_in in SIGN_INS:
        roles = ", ".join(str(role.label) for role in sign_in.roles)
        yield f"{sign_in.email:30} {roles}"
