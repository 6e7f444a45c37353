"""Vocabularies set by law, statistics or the field; those of an organisation are rows (`programmes.Term`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from programmes.vocabulary import Sex

__all__ = ["Sex"]  # the one word that workers need too: it lives a floor below


class Channel(models.TextChoices):
    CALL = "call", _("helpline call")
    OFFICE_CALL = "office_call", _("office call")
    EMAIL = "email", _("e-mail")
    CHAT = "chat", _("chat")
    VIDEO_CALL = "video_call", _("video call")
    VISIT = "visit", _("visit")


BY_PHONE = [Channel.CALL, Channel.OFFICE_CALL]
IN_WRITING = [Channel.EMAIL, Channel.CHAT]
SHORT_CHANNELS = {
    Channel.CALL: pgettext_lazy("channel, short", "call"),
    Channel.OFFICE_CALL: pgettext_lazy("channel, short", "office"),
    Channel.EMAIL: pgettext_lazy("channel, short", "e-mail"),
    Channel.CHAT: pgettext_lazy("channel, short", "chat"),
    Channel.VIDEO_CALL: pgettext_lazy("channel, short", "video"),
    Channel.VISIT: pgettext_lazy("channel, short", "visit"),
}
CHANNEL_ICONS = {
    Channel.CALL: "phone",
    Channel.OFFICE_CALL: "office",
    Channel.EMAIL: "mail",
    Channel.CHAT: "chat",
    Channel.VIDEO_CALL: "video",
    Channel.VISIT: "person",
}


class Direction(models.TextChoices):
    """Who wrote a message."""

    IN = "in", _("she wrote")
    OUT = "out", _("we wrote")


class Caller(models.TextChoices):
    VICTIM = "victim", _("victim")
    CLOSE = "close", _("someone close")
    PROFESSIONAL = "professional", _("professional")
    PERPETRATOR = "perpetrator", _("perpetrator")
    OTHER = "other", pgettext_lazy("caller", "other")


class Subject(models.TextChoices):
    """What a contact was about. The last three had no talk: they count apart."""

    VIOLENCE = "violence", _("violence")
    LONELINESS = "loneliness", _("loneliness")
    DISTRESS = "distress", _("mental distress")
    MONEY = "money", _("money")
    OTHER = "other", pgettext_lazy("subject", "other")
    SILENT = "silent", _("silent call")
    WRONG_NUMBER = "wrong_number", _("wrong number")
    NUISANCE = "nuisance", _("nuisance")


NO_TALK = [Subject.SILENT, Subject.WRONG_NUMBER, Subject.NUISANCE]


class Violence(models.TextChoices):
    """The six kinds of the Domestic Violence Prevention Act (ZPND, Ur. l. 16/08, 68/16, 54/17)."""

    PHYSICAL = "physical", _("physical")
    SEXUAL = "sexual", _("sexual")
    PSYCHOLOGICAL = "psychological", _("psychological")
    ECONOMIC = "economic", _("economic")
    NEGLECT = "neglect", _("neglect")
    STALKING = "stalking", _("stalking")


NAMED_ALONE = [Violence.NEGLECT, Violence.STALKING]  # the others are adjectives of "violence"


class Setting(models.TextChoices):
    PARTNER = "partner", _("partner")
    FAMILY = "family", _("family")
    WORKPLACE = "workplace", _("workplace")
    PEERS = "peers", _("peers")
    OTHER = "other", pgettext_lazy("setting", "other")


class Answer(models.TextChoices):
    """Asked and answered; an empty value means that nobody asked."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    NOT_KNOWN = "not_known", _("not known")


class FollowUp(models.TextChoices):
    NOTHING = "nothing", _("nothing")
    WE_CALL = "we_call", _("we call back")
    SHE_CALLS = "she_calls", _("she calls")
    OPEN_CASE = "open_case", _("we open a case")


class SafeWay(models.TextChoices):
    """How it is safe to reach her."""

    CALL = "call", _("call")
    SMS = "sms", _("SMS")
    EMAIL = "email", _("e-mail")
    VOICEMAIL = "voicemail", _("message on voicemail")


class Allowed(models.TextChoices):
    """Agreed with her; an empty value means that nothing was, and then it is not allowed."""

    YES = "yes", _("yes")
    NO = "no", _("no")


class Weekday(models.TextChoices):
    MONDAY = "mon", pgettext_lazy("day, short", "Mon")
    TUESDAY = "tue", pgettext_lazy("day, short", "Tue")
    WEDNESDAY = "wed", pgettext_lazy("day, short", "Wed")
    THURSDAY = "thu", pgettext_lazy("day, short", "Thu")
    FRIDAY = "fri", pgettext_lazy("day, short", "Fri")
    SATURDAY = "sat", pgettext_lazy("day, short", "Sat")
    SUNDAY = "sun", pgettext_lazy("day, short", "Sun")


class AttemptResult(models.TextChoices):
    """What came of trying to call back."""

    REACHED = "reached", _("reached")
    VOICEMAIL = "voicemail", _("voicemail")
    NOBODY = "nobody", _("nobody")


class DangerDone(models.TextChoices):
    """What was done about an acute danger."""

    POLICE_CALLED = "police_called", _("police called")
    BED_SOUGHT = "bed_sought", _("bed sought")
    OTHER = "other", pgettext_lazy("done about danger", "other")


class Employment(models.TextChoices):
    EMPLOYED = "employed", _("employed")
    UNEMPLOYED = "unemployed", _("unemployed")
    UNEMPLOYABLE = "unemployable", _("unable to work")
    RETIRED = "retired", _("retired")
    PARENTAL_LEAVE = "parental_leave", _("on parental leave")
    IN_EDUCATION = "in_education", _("in education")
    NOT_KNOWN = "not_known", _("not known")


class ServiceKind(models.TextChoices):
    """Kinds that figures know; an organisation's own kinds of service say which of them they count as."""

    PSYCHOSOCIAL_SUPPORT = "psychosocial_support", _("psychosocial support")
    PLAN_COUNSELLING = "plan_counselling", _("counselling on the individual plan")
    CHILD_SUPPORT = "child_support", _("psychosocial support for children")
    ADVOCACY = "advocacy", _("accompaniment, advocacy and teams of institutions")
    GROUP_ACTIVITY = "group_activity", _("group activity with women")
    JOINT_ACTIVITY = "joint_activity", _("activity with women and children")
    CRISIS_INTERVENTION = "crisis_intervention", _("crisis intervention out of hours")
    COUNSELLING = "counselling", _("counselling")
    SUPPORT_GROUP = "support_group", _("support group")
    FOLLOW_UP = "follow_up", _("follow-up treatment")
    LAWYER = "lawyer", _("lawyer's counselling")
    DETECTIVE = "detective", _("police detective's counselling")
    FOREIGN_LANGUAGE = "foreign_language", _("counselling in a foreign language")
    FIRST_SOCIAL_AID = "first_social_aid", _("first social aid")
    OTHER = "other", _("other service")


class RiskLevel(models.TextChoices):
    """What the bands of every instrument come to."""

    LOW = "low", pgettext_lazy("risk", "low")
    MEDIUM = "medium", pgettext_lazy("risk", "medium")
    HIGH = "high", pgettext_lazy("risk", "high")


class Recipient(models.TextChoices):
    """To whom we may give what we know."""

    SOCIAL_WORK_CENTRE = "social_work_centre", _("social-work centre")
    POLICE = "police", _("police")
    COURT = "court", _("court or prosecutor")
    HEALTH = "health", _("health service")
    SCHOOL = "school", _("school or kindergarten")
    LAWYER = "lawyer", _("her lawyer")
    SHELTER = "shelter", _("another shelter or helpline")
    HERSELF = "herself", _("she herself")
    PERPETRATOR = "perpetrator", _("perpetrator, or whoever speaks for him")
    OTHER = "other", pgettext_lazy("recipient", "other")


class Shared(models.TextChoices):
    """What is given away."""

    CONFIRMATION = "confirmation", _("that she comes to us")
    REPORT = "report", _("report on our work with her")
    EVENTS = "events", _("what happened to her")
    CHILDREN = "children", _("about the children")
    RISK = "risk", _("risk assessment")
    SAFETY_PLAN = "safety_plan", _("safety plan")
    PLAN = "plan", _("help plan")
    PLACE = "place", _("where she is")


# ZPND: he sees neither risk assessment nor help plan, and never learns where she is.
NEVER_FOR_PERPETRATOR = [Shared.RISK, Shared.SAFETY_PLAN, Shared.PLAN, Shared.PLACE]


class GivenBy(models.TextChoices):
    """Who said yes: a child from 15 for herself, below that a representative, never the violent parent (ZVOP-2)."""

    HERSELF = "herself", _("she herself")
    REPRESENTATIVE = "representative", _("representative, not the violent parent")


class Basis(models.TextChoices):
    """Why data may be given away: her yes, or a duty or right of the law."""

    RELEASE = "release", _("her release")
    DUTY_TO_REPORT = "duty_to_report", _("duty to report (ZPND)")
    COURT_ORDER = "court_order", _("order of a court or prosecutor")
    DANGER = "danger", _("danger to life")
    ACCESS = "access", _("her right of access (GDPR art. 15)")


class GoalState(models.TextChoices):
    """How far a goal of an individual plan is."""

    NOT_BEGUN = "not_begun", _("not begun")
    IN_PART = "in_part", _("in part")
    REACHED = "reached", _("reached")
    GIVEN_UP = "given_up", _("given up")


class CaseRole(models.TextChoices):
    """Who somebody is in a case. The client is she (or he) whom the case is about."""

    CLIENT = "client", pgettext_lazy("role in a case", "client")
    CHILD = "child", _("child")
    PERPETRATOR = "perpetrator", _("perpetrator")
    VICTIM = "victim", _("victim")
    RELATIVE = "relative", _("relative")
    OTHER = "other", pgettext_lazy("role in a case", "other")


class Relation(models.TextChoices):
    """To the client. All but the last seven are family members by the act (ZPND, art. 2), also when it has ended."""

    SPOUSE = "spouse", _("husband or wife")
    PARTNER = "partner", _("partner in life")
    DATING = "dating", _("partner without a common home")
    PARENT = "parent", _("parent")
    CHILD = "child", _("son or daughter")
    SIBLING = "sibling", _("brother or sister")
    GRANDPARENT = "grandparent", _("grandparent or grandchild")
    SIDE_LINE = "side_line", _("relative to the fourth degree")
    IN_LAW = "in_law", _("in-law")
    STEP = "step", _("step-parent or stepchild")
    ADOPTER = "adopter", _("adopter or adopted child")
    FOSTERER = "fosterer", _("fosterer or fostered child")
    GUARDIAN = "guardian", _("guardian or ward")
    COMMON_CHILD = "common_child", _("parent of a common child")
    HOUSEHOLD = "household", _("member of the same household")
    ACQUAINTANCE = "acquaintance", _("friend or acquaintance")
    NEIGHBOUR = "neighbour", _("neighbour")
    WORK = "work", _("somebody at work")
    SCHOOL = "school", _("somebody at school")
    PROFESSIONAL = "professional", _("professional")
    STRANGER = "stranger", _("stranger")
    NOT_KNOWN = "not_known", _("not known")


OUTSIDE_THE_FAMILY = [
    *[Relation.ACQUAINTANCE, Relation.NEIGHBOUR, Relation.WORK, Relation.SCHOOL],
    *[Relation.PROFESSIONAL, Relation.STRANGER],
]
FAMILY = [relation for relation in Relation if relation not in (*OUTSIDE_THE_FAMILY, Relation.NOT_KNOWN)]
INTIMATE = [Relation.SPOUSE, Relation.PARTNER, Relation.DATING]


class Mark(models.TextChoices):
    """What an event was besides its kinds."""

    THREAT = "threat", _("threat")
    DIGITAL = "digital", _("by digital means")
    PUBLICATION = "publication", _("publication of recordings or data")
    CORPORAL = "corporal", _("corporal punishment of a child")


class Course(models.TextChoices):
    """Whether it happened once, goes on since some day, or lasted for a time."""

    ONCE = "once", _("once")
    SINCE = "since", pgettext_lazy("course", "since then")
    PERIOD = "period", _("for a time")


class Precision(models.TextChoices):
    DAY = "day", pgettext_lazy("precision", "day")
    MONTH = "month", pgettext_lazy("precision", "month")
    YEAR = "year", pgettext_lazy("precision", "year")


class Scene(models.TextChoices):
    """Where it happened."""

    HOME = "home", _("at home")
    HIS_HOME = "his_home", _("at the other's home")
    PUBLIC = "public", _("in public")
    WORK = "work", _("at work")
    SCHOOL = "school", _("at school or kindergarten")
    ONLINE = "online", _("by phone or online")
    OTHER = "other", pgettext_lazy("scene", "elsewhere")


class Weapon(models.TextChoices):
    FIREARM = "firearm", _("firearm")
    BLADE = "blade", _("knife or blade")
    BLUNT = "blunt", _("blunt object")
    VEHICLE = "vehicle", _("vehicle")
    FIRE = "fire", _("fire or acid")
    OTHER = "other", pgettext_lazy("weapon", "other")


class Injury(models.TextChoices):
    NONE = "none", pgettext_lazy("injury", "none")
    UNTREATED = "untreated", _("not treated")
    TREATED = "treated", _("treated by a doctor")
    HOSPITAL = "hospital", _("treated in hospital")
    NOT_KNOWN = "not_known", _("not known")


class Exposure(models.TextChoices):
    """How somebody was hit: a child present at violence is a victim too (ZPND, art. 4)."""

    DIRECT = "direct", pgettext_lazy("victim", "directly")
    WITNESS = "witness", pgettext_lazy("victim", "as a witness")


class Institution(models.TextChoices):
    SOCIAL_WORK = "social_work", _("social-work centre")
    POLICE = "police", _("police")
    PROSECUTION = "prosecution", _("prosecution")
    COURT = "court", _("court")
    HEALTH = "health", _("health care")
    SCHOOL = "school", _("school or kindergarten")
    LAWYER = "lawyer", _("lawyer")
    EMPLOYMENT = "employment", _("employment service")
    HOUSING = "housing", _("housing fund or landlord")
    SOCIETY = "society", _("other organisation")
    OTHER = "other", pgettext_lazy("institution", "other")


class Ending(models.TextChoices):
    """What figures know of how a case ended; an organisation's own outcomes say which of them they count as."""

    AGREED = "agreed", _("ended by agreement")
    STAYED_AWAY = "stayed_away", _("she stayed away")
    REFERRED = "referred", _("passed on to somebody else")
    TRANSFERRED = "transferred", _("goes on in another of our programmes")
    DECLINED = "declined", _("declined; the offer stays open, leaflets given")
    OTHER = "other", pgettext_lazy("ending", "other")


class LeadsTo(models.TextChoices):
    """What a first talk leads to."""

    RISK = "risk", _("risk assessment and safety plan")
    COUNSELLING = "counselling", _("counselling goes on")
    REFERRED = "referred", _("passed on to somebody else")
    DECLINED = "declined", _("declined; the offer stays open, leaflets given")
    ONE_TALK = "one_talk", _("one talk was enough")


class UserKind(models.TextChoices):
    """In what capacity somebody received a service."""

    HOUSED = "housed", _("housed")
    EXTERNAL = "external", _("external")
    FORMER = "former", pgettext_lazy("user", "former")


class Result(models.TextChoices):
    """What came of going along to an institution, or of speaking for her there."""

    REACHED = "reached", pgettext_lazy("result", "reached")
    IN_PART = "in_part", pgettext_lazy("result", "in part")
    NOT_REACHED = "not_reached", pgettext_lazy("result", "not reached")
    GOES_ON = "goes_on", pgettext_lazy("result", "goes on")


class CalledBy(models.TextChoices):
    """Who called somebody out during standby."""

    POLICE = "police", _("police")
    SOCIAL_WORK = "social_work", _("centre for social work")
    HERSELF = "herself", _("the woman herself")
    CLOSE = "close", _("someone close")
    HOUSE = "house", _("the house")
    HEALTH = "health", _("health care")
    OTHER = "other", _("someone else")


class Band(models.TextChoices):
    """Hours that are paid differently: by day from 6.00 to 23.00, by night the others."""

    WEEK_DAY = "week_day", _("Monday to Saturday, day")
    WEEK_NIGHT = "week_night", _("Monday to Saturday, night")
    SUNDAY_DAY = "sunday_day", _("Sunday, day")
    SUNDAY_NIGHT = "sunday_night", _("Sunday, night")
    HOLIDAY_DAY = "holiday_day", _("public holiday, day")
    HOLIDAY_NIGHT = "holiday_night", _("public holiday, night")


class Question(models.TextChoices):
    """The questions of a contact that a programme may switch off, require or word its own way; the fields' names.

    Channel and time are always asked; nobody has to give a code, a note, or a way to be reached.
    """

    CALLER = "caller", _("who calls")
    SEX = "sex", _("sex")
    AGE_BAND = "age_band", _("age")
    MUNICIPALITY = "municipality", _("municipality or region")
    LANGUAGE = "language", _("language")
    INTERPRETER = "interpreter", _("interpreter")
    SUBJECT = "subject", _("what happens")
    KINDS = "kinds", _("kinds of violence")
    SETTING = "setting", _("where")
    RELATION = "relation", _("perpetrator")
    CHILDREN = "children", _("children affected")
    ACUTE_DANGER = "acute_danger", _("anyone in danger now")
    SUICIDAL = "suicidal", _("suicidal distress")
    GIVEN = "given", _("what we did")
    REFERRED_TO = "referred_to", _("referred to")
    HEARD_FROM = "heard_from", _("heard of us from")
    FOLLOW_UP = "follow_up", _("what next")


OF_VIOLENCE = [Question.KINDS, Question.SETTING, Question.RELATION]  # asked where it is about violence


class Asked(models.TextChoices):
    HIDDEN = "hidden", pgettext_lazy("question", "hidden")
    OPTIONAL = "optional", pgettext_lazy("question", "optional")
    REQUIRED = "required", pgettext_lazy("question", "required")


class Limit(models.TextChoices):
    """Limits of the law and our own; how long each is stands in dated rows with their source."""

    REPORT_HOURS = "report_hours", _("telling the social-work centre, hours")
    REPORT_WRITTEN_DAYS = "report_written_days", _("in writing after a call, days")
    ORDER_WRITTEN_HOURS = "order_written_hours", _("police order in writing, hours")
    ORDER_HOURS = "order_hours", _("police order, hours in all")
    ORDER_COURT_DAYS = "order_court_days", _("prolonged by the court, days in all")
    ORDER_LONGEST_DAYS = "order_longest_days", _("on her proposal, days in all")
    ORDER_REMINDER_DAYS = "order_reminder_days", _("reminder before the court's days end, days")
    MEASURE_MONTHS = "measure_months", _("court measure, months")
    MEASURE_LONGER_MONTHS = "measure_longer_months", _("court measure prolonged, months")
    MEASURE_FIRST_DAYS = "measure_first_days", _("first reminder before its end, days")
    MEASURE_LAST_DAYS = "measure_last_days", _("last reminder before its end, days")
    TEAM_DAYS = "team_days", _("team meeting after the call, days")
    CONTACTS_MONTHS = "contacts_months", _("supervised contacts, months")
    CONTACTS_REPORT_MONTHS = "contacts_report_months", _("report on them, months")


class OrderStage(models.TextChoices):
    """How far a police barring order came; statistics count each once, at its last stage."""

    HOURS = "hours", _("up to 2 days")
    COURT = "court", _("15 days")
    LONGEST = "longest", _("60 days")
    ANNULLED = "annulled", _("annulled")


class Offence(models.TextChoices):
    CRIME = "crime", _("crime")
    MISDEMEANOUR = "misdemeanour", _("misdemeanour")


class MeasureKind(models.TextChoices):
    """What a court forbids (ZPND art. 19), and the use of the common home (art. 21), which counts apart."""

    ENTER_HOME = "enter_home", _("entering her home")
    NEAR_HOME = "near_home", _("being near her home")
    NEAR_PLACES = "near_places", _("coming near places where she is regularly")
    CONTACT = "contact", _("contact in any way")
    THIRD_PERSONS = "third_persons", _("contact through others")
    MEETING = "meeting", _("any meeting")
    PUBLICATION = "publication", _("publishing data about her")
    USE_OF_HOME = "use_of_home", _("home left to her use")
