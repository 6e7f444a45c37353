"""Invented plans: what she does when it becomes dangerous, what she wants to reach, and how far she has come."""

from datetime import timedelta

from cases.vocabulary import GoalState

SAYS = {
    "warning_signs": "Izmišljen zapis: utihne, hodi po stanovanju, zaklene vrata.",
    "what_i_do": "Izmišljen zapis: ne grem v kuhinjo, ostanem pri vratih, pokličem.",
    "where_i_go": "Izmišljen zapis: k sosedi v pritličju, potem k sestri.",
    "who_i_call": "Izmišljen zapis: policija 113, soseda.",
    "what_i_take": "Izmišljen zapis: torba z listinami je v službi.",
    "children": "Izmišljen zapis: gresta k babici, beseda je znana obema.",
    "digital_safety": "Izmišljen zapis: lokacija je izklopljena, nova gesla.",
    "code_word": "Izmišljen zapis: knjižnica.",
}
CHANGED = {
    "where_i_go": "Izmišljen zapis: naravnost k sestri, ključ je pri njej.",
    "afterwards": "Izmišljen zapis: povem v šoli in v službi, zamenjam ključavnico.",
}
REVIEWS = (1, 31, 75, 150)  # days after the case was opened


def write_safety_plans(book):
    luck = book.chance("safety plan")
    if luck.random() < 0.25:
        return
    paper = luck.choice(("yes", "no", "no", ""))
    says = {name: words for name, words in SAYS.items() if name == "what_i_do" or luck.random() < 0.8}
    for number, day in enumerate(REVIEWS, 1):
        made_at = book.after(day + luck.randint(0, 3), hours=2)
        says = {**says, **(CHANGED if number > 2 else {})}
        book.write(
            "safety_plans",
            f"safety plan/{number}",
            made_at,
            case=str(book.case.pk),
            number=number,
            made_at=made_at,
            worker=book.worker,
            review_on=(made_at + timedelta(days=45)).date(),
            on_paper=paper if number == 1 else "",
            on_paper_at=made_at + timedelta(minutes=20) if number == 1 and paper else "",
            **says,
        )


GOALS = [
    ("Izmišljen zapis: varna namestitev", ["Izmišljen zapis: pogovor o namestitvi"]),
    ("Izmišljen zapis: svoj račun in otroški dodatek", ["Izmišljen zapis: odpreti račun", "Izmišljen zapis: vloga"]),
    ("Izmišljen zapis: vrtec in šola v novem kraju", ["Izmišljen zapis: vpis", "Izmišljen zapis: dogovor s šolo"]),
    ("Izmišljen zapis: prepoved približevanja", ["Izmišljen zapis: predlog sodišču"]),
    ("Izmišljen zapis: služba", ["Izmišljen zapis: prijava na zavodu", "Izmišljen zapis: prošnje"]),
]
RATED = (5, 35, 70, 110, 150)  # days after the plan was made
EVALUATED = 170
ENDS, BEGINS = (GoalState.REACHED, GoalState.GIVEN_UP), (GoalState.NOT_BEGUN, GoalState.IN_PART)


def write_individual_plan(book):
    luck = book.chance("individual plan")
    if luck.random() < 0.3:
        return
    made_on = book.after(4 + luck.randint(0, 6)).date()
    ended_on = made_on + timedelta(EVALUATED)
    ends = book.has_come(ended_on)
    plan = book.write(
        "individual_plans",
        "plan",
        made_on,
        case=str(book.case.pk),
        made_on=made_on,
        worker=book.worker,
        review_on=made_on + timedelta(30 * (1 + (book.now.date() - made_on).days // 30)) if not ends else "",
        ended_on=ended_on if ends else "",
        evaluation="Izmišljen zapis: več poti je odprtih." if ends else "",
    )
    for number, (words, steps) in enumerate(luck.sample(GOALS, luck.randint(2, 4)), 1):
        write_goal(book, luck, plan, number, words, steps, made_on)


def write_goal(book, luck, plan, number, words, steps, made_on):
    reached_on = made_on + timedelta(luck.randint(20, 160))
    until = reached_on + timedelta(luck.randint(-10, 20))
    last, now = (luck.choices(states, weights)[0] for states, weights in ((ENDS, (8, 1)), (BEGINS, (1, 2))))
    done = book.has_come(reached_on)
    goal = book.write(
        "goals",
        f"goal/{number}",
        made_on,
        plan=plan["id"],
        words=words,
        until=until,
        state=last if done else now,
        state_on=reached_on if done else made_on,
        position=number,
    )
    for place, step in enumerate(steps, 1):
        done_on = made_on + timedelta(luck.randint(3, 40) * place)
        step_until, was_done = done_on + timedelta(luck.randint(-3, 9)), luck.random() < 0.9
        book.write(
            "goal_steps",
            f"goal/{number}/step/{place}",
            made_on,
            goal=goal["id"],
            words=step,
            worker=book.worker if place == 1 else "",
            until=step_until,
            done_on=done_on if was_done and book.has_come(done_on) else "",
            position=place,
        )
    feels = luck.randint(1, 4)
    for day in RATED:
        book.write_part(
            "progress_ratings",
            made_on + timedelta(day),
            goal=goal["id"],
            rated_on=made_on + timedelta(day),
            value=feels,
        )
        feels = max(0, min(10, feels + luck.randint(-1, 3)))
