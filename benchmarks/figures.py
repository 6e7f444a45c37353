"""How much longer figures take than the same numbers in SQL written by hand.

    DATABASE_URL=postgres://…/empty python benchmarks/figures.py --contacts 1000000

The database is migrated and filled with invented contacts of one year; 60 figures and 10 breakdowns are computed, by
the engine and by hand, and must be equal. Prints the best of several runs each, with and without parallel workers.
"""

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django_scopes import scopes_disabled

from accounts.models import Vault
from cases.models import Contact
from cases.vocabulary import Caller, Channel, Setting, Sex, Subject, Violence
from programmes.models import Organisation, Programme
from programmes.records import Period
from reporting.figures import Breakdown, Figure, FigureSet, Scope, compute
from reporting.figures.dimensions import AnyOf, Choice, Hour, Month, Weekday
from reporting.figures.measures import count, mean, total

FILL = """
INSERT INTO cases_contact (id, version, vault_id, programme_id, channel, started_at, minutes, interpreter, caller, sex,
    subject, kinds, setting, acute_danger, danger_done, suicidal, given, referred_to, note, follow_up, safe_ways,
    safe_note)
SELECT gen_random_uuid(), 1, %(vault)s, %(programme)s,
    (ARRAY['call','call','call','office_call','email','chat'])[1 + (n * 7919 %% 6)],
    '2021-01-01 00:00+01'::timestamptz + n * (interval '31535999 seconds' / %(contacts)s), n * 31 %% 60, n %% 50 = 0,
    (ARRAY['victim','close','professional','other',''])[1 + (n * 104729 %% 5)],
    (ARRAY['woman','man','other','not_known',''])[1 + (n * 15485863 %% 5)],
    (ARRAY['violence','violence','loneliness','distress','money','silent'])[1 + (n * 32452843 %% 6)],
    CASE n * 67867967 %% 4 WHEN 0 THEN '{physical,psychological}'::varchar[] WHEN 1 THEN '{psychological}'
        WHEN 2 THEN '{economic}' ELSE '{}' END,
    (ARRAY['partner','family','workplace','peers',''])[1 + (n * 49979687 %% 5)],
    '', '{}', '', '{}', '{}', '', '', '{}', ''
FROM generate_series(0::bigint, %(contacts)s - 1) AS n
"""
with scopes_disabled():
    contacts = Contact.objects.all()
    talks = Contact.objects.talks()
    QUERYSETS = {"contacts": contacts, "talks": talks}
    QUERYSETS |= {f"{value}": Contact.objects.by(value) for value in Channel}
    QUERYSETS |= {f"about_{value}": talks.filter(subject=value) for value in Subject}
    QUERYSETS |= {f"by_{value}": talks.filter(caller=value) for value in Caller}
    QUERYSETS |= {f"of_{value}": talks.filter(sex=value) for value in Sex}
    QUERYSETS |= {f"in_{value}": talks.filter(setting=value) for value in Setting}
    QUERYSETS = dict(list(QUERYSETS.items())[:30])

HAND = {  # the same conditions, as one would write them
    "contacts": "true",
    "talks": "subject NOT IN ('silent','wrong_number','nuisance')",
    **{f"{value}": f"subject NOT IN ('silent','wrong_number','nuisance') AND channel = '{value}'" for value in Channel},
}
for prefix, column, values in [
    ("about", "subject", Subject),
    ("by", "caller", Caller),
    ("of", "sex", Sex),
    ("in", "setting", Setting),
]:
    for value in values:
        HAND[f"{prefix}_{value}"] = f"subject NOT IN ('silent','wrong_number','nuisance') AND {column} = '{value}'"

month, weekday, hour = Month("started_on"), Weekday("started_weekday"), Hour("started_hour")
caller, sex = Choice("caller", Caller, "caller", "by caller"), Choice("sex", Sex, "sex", "by sex")
setting, channel = Choice("setting", Setting, "setting", "by setting"), Choice("channel", Channel, "channel", "by")
kind = AnyOf("kinds", Violence, "kind", "by kind")
SEVERAL = "Several are possible."


def figure_set():
    figures = {}
    for name, records in QUERYSETS.items():
        figures[name] = Figure(name, count(records), definition=name)
        measure = mean(records, "minutes") if name == "call" else total(records, "minutes")
        figures[f"{name}_minutes"] = Figure(name, measure, definition=name)
    calls, violence = figures["call"], figures["about_violence"]
    tables = {
        "by_month": Breakdown(calls, rows=month),
        "by_weekday": Breakdown(calls, rows=weekday),
        "by_hour": Breakdown(calls, rows=hour),
        "by_hour_and_weekday": Breakdown(calls, rows=hour, columns=weekday),
        "by_month_and_channel": Breakdown(figures["talks"], rows=month, columns=channel),
        "by_caller": Breakdown(figures["talks"], rows=caller),
        "by_sex": Breakdown(figures["talks"], rows=sex),
        "by_setting": Breakdown(violence, rows=setting),
        "by_kind": Breakdown(violence, rows=kind, why_not=SEVERAL),
        "by_kind_and_sex": Breakdown(violence, rows=kind, columns=sex, why_not=SEVERAL),
    }
    return type("Benchmark", (FigureSet,), {**figures, **tables})


YEAR = "programme_id = %(programme)s AND started_on BETWEEN '2021-01-01' AND '2021-12-31'"
CALLS = f"{YEAR} AND {HAND['call']}"
TALKS = f"{YEAR} AND {HAND['talks']}"
VIOLENCE = f"{YEAR} AND {HAND['about_violence']}"
TABLES_BY_HAND = [
    f"SELECT extract(month FROM started_on), count(*) FROM cases_contact WHERE {CALLS} GROUP BY 1",
    f"""SELECT started_weekday, started_hour, count(*) FROM cases_contact WHERE {CALLS}
        GROUP BY GROUPING SETS ((started_weekday), (started_hour), (started_weekday, started_hour))""",
    f"SELECT extract(month FROM started_on), channel, count(*) FROM cases_contact WHERE {TALKS} GROUP BY 1, 2",
    f"SELECT caller, sex, count(*) FROM cases_contact WHERE {TALKS} GROUP BY GROUPING SETS ((caller), (sex))",
    f"SELECT setting, count(*) FROM cases_contact WHERE {VIOLENCE} GROUP BY 1",
    f"""SELECT kind, sex, count(*) FROM cases_contact, unnest(kinds) AS kind WHERE {VIOLENCE}
        GROUP BY GROUPING SETS ((kind), (kind, sex))""",
]


def by_hand(programme):
    columns = ", ".join(
        f"count(*) FILTER (WHERE {HAND[name]}), sum(minutes) FILTER (WHERE {HAND[name]})" for name in QUERYSETS
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM cases_contact WHERE {YEAR}", {"programme": programme.pk})
        figures = cursor.fetchone()
        tables = []
        for query in TABLES_BY_HAND:
            cursor.execute(query, {"programme": programme.pk})
            tables.append(cursor.fetchall())
    return figures, tables


def fill(contacts):
    call_command("migrate", verbosity=0)
    organisation, _ = Organisation.objects.get_or_create(key="benchmark", defaults={"name": "Benchmark"})
    programme, _ = Programme.objects.get_or_create(
        organisation=organisation, key="helpline", defaults={"name": "Helpline", "kind": "helpline"}
    )
    if Contact.objects.filter(programme=programme).count() != contacts:
        Contact.objects.filter(programme=programme)._raw_delete("default")
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE cases_contact DISABLE TRIGGER USER")
            vault = Vault.objects.create()
            cursor.execute(FILL, {"vault": vault.pk, "programme": programme.pk, "contacts": contacts})
            cursor.execute("ALTER TABLE cases_contact ENABLE TRIGGER USER")
            cursor.execute("VACUUM ANALYZE cases_contact")
    return programme


def best_of(runs, work, *args):
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        found = work(*args)
        times.append(time.perf_counter() - began)
    return min(times), found


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--contacts", type=int, default=1_000_000)
    options.add_argument("--runs", type=int, default=3)
    options = options.parse_args()
    with scopes_disabled():
        programme = fill(options.contacts)
        scope, figures = Scope.programme_in(programme, Period.year(2021)), figure_set()
        print(f"{len(figures.figures())} figures, {len(figures.breakdowns())} breakdowns, {options.contacts} contacts")
        for workers in (0, 2):
            with connection.cursor() as cursor:
                cursor.execute(f"SET max_parallel_workers_per_gather = {workers}")
            hand, (values, tables) = best_of(options.runs, by_hand, programme)
            engine, results = best_of(options.runs, compute, figures, scope)
            for number, name in enumerate(QUERYSETS):
                assert results[name].exact == values[2 * number], name
            assert sum(results["by_month"].row_totals.values()) == sum(row[1] for row in tables[0])
            kinds = {(row[0], row[1]): row[2] for row in tables[-1]}
            for (kind_of_violence, sex_of_caller), found in kinds.items():
                if sex_of_caller is None:
                    assert results["by_kind"].row_totals[kind_of_violence] == found
            print(
                f"parallel workers {workers}: by hand {hand:.2f} s, figures {engine:.2f} s, ratio {engine / hand:.2f}"
            )


main()
