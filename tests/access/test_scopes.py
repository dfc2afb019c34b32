"""«May I?» and «which?» are one condition, and it is the one that is written here in another way."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from byggsten.access.actors import Actor
from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.access.roles import ROLES, May, Role
from byggsten.access.scopes import MODELS, TABLE, Subject, demand, may, visible
from byggsten.actions import staff
from byggsten.domain.people import Protection
from byggsten.records.models import (
    Activity,
    Assignment,
    Group,
    Person,
    Plan,
    PlanItem,
    Provider,
    Session,
    StaffMember,
    Unit,
)  # fmt: skip
from tests.people import BEFORE, NOW, TODAY, acting, amina_at_school, enrol, hire, plan_for

DAYS = st.integers(-2, 2).map(lambda n: TODAY + timedelta(days=n))


@st.composite
def periods(draw):
    first = draw(DAYS)
    return first, draw(st.one_of(st.none(), st.integers(0, 3).map(lambda n: first + timedelta(days=n))))


@st.composite
def worlds(draw):
    """Two units, staff of all roles, people protected or not, assignments, groups and plans."""
    number = draw(st.integers(1, 4))
    units = st.integers(0, 1)
    return {
        "staff": draw(st.lists(st.tuples(st.sampled_from(Role), units), min_size=1, max_size=4)),
        "people": draw(
            st.lists(st.tuples(units, st.sampled_from(Protection)), min_size=number, max_size=number)
        ),
        "assigned": draw(
            st.lists(st.tuples(st.integers(0, number - 1), st.integers(0, 3), periods()), max_size=4)
        ),
        "merged": draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=1)),
        "taught": draw(st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=1, max_size=3)),
        "plans": draw(
            st.lists(
                st.tuples(st.integers(0, number - 1), st.integers(0, 2), periods(), periods(), st.booleans()),
                max_size=4,
            )
        ),
    }


def build(world):
    units = [Unit.objects.create(name=f"enhet {n}") for n in range(2)]
    members = []
    for n, (role, unit) in enumerate(world["staff"]):
        user = staff.User.objects.create(username=f"user{n}")
        members.append(StaffMember.objects.create(user=user, role=role.value, unit=units[unit]))
    people = [
        Person.objects.create(
            reference=f"p{n}", unit=units[unit], protection=protection.value, recorded_at=BEFORE
        )
        for n, (unit, protection) in enumerate(world["people"])
    ]
    for kept, absorbed in world["merged"]:
        if kept < absorbed < len(people):
            Person.objects.filter(pk=people[absorbed].pk).update(merged_into=people[kept])
    for person, member, (first, last) in world["assigned"]:
        open_one = last is None and Assignment.objects.filter(person=people[person], last_day=None).exists()
        if member < len(members) and not open_one:
            Assignment.objects.create(
                person=people[person], caseworker=members[member], first_day=first, last_day=last
            )
    _build_plans(world, people, _build_groups(world, members))
    return members


def _build_groups(world, members):
    provider = Provider.objects.create(name="skola", kind="municipality")
    activity = Activity.objects.create(reference="sfi", name="Sfi", kind="sfi", provider=provider)
    groups = []
    for n, publication in enumerate(("draft", "published", "closed")):
        Activity.objects.create(
            reference=f"a{n}", name="A", kind="work", provider=provider, publication=publication
        )
    for n, teacher in enumerate(world["taught"]):
        member = members[teacher] if teacher is not None and teacher < len(members) else None
        groups.append(Group.objects.create(reference=f"g{n}", name="g", activity=activity, teacher=member))
        Session.objects.create(
            reference=f"s{n}", group=groups[n], day=TODAY, start="09:00", minutes=60, recorded_at=BEFORE
        )
    return groups


def _build_plans(world, people, groups):
    for n, (person, group, plan_days, item_days, withdrawn) in enumerate(world["plans"]):
        if group >= len(groups):
            continue
        clash = not withdrawn and Plan.objects.filter(person=people[person], withdrawn_at=None).exists()
        plan = Plan.objects.create(
            person=people[person], reference=f"plan{n}", version=n + 1, first_day=plan_days[0],
            last_day=plan_days[1], recorded_at=BEFORE, recorded_by="test",
            withdrawn_at=NOW if withdrawn or clash else None,
        )  # fmt: skip
        PlanItem.objects.create(plan=plan, group=groups[group], first_day=item_days[0], last_day=item_days[1])


def on_today(row):
    return row.first_day <= TODAY and (row.last_day is None or row.last_day >= TODAY)


def allowed(member, verb, row):
    """The policy once more, in plain Python over the rows."""
    role, kind = Role(member.role), type(row).__name__
    answer = {
        "Group": allowed_group, "Session": allowed_group, "Unit": allowed_unit, "Activity": allowed_activity,
        "Person": allowed_person,
    }[kind]  # fmt: skip
    return answer(member, role, verb, row)


def allowed_group(member, role, verb, row):
    group = getattr(row, "group", row)
    return (
        role is Role.TEACHER
        and verb in (May.SEE_REGISTER, May.MARK_REGISTER)
        and group.teacher_id == member.pk
    )


def allowed_unit(member, role, verb, row):
    return role is Role.CASEWORKER and verb is May.RECEIVE and row.pk == member.unit_id


def allowed_activity(member, role, verb, row):
    if role is Role.COORDINATOR:
        return verb in (May.SEE_CATALOGUE, May.EDIT_CATALOGUE)
    seen = row.publication in ("published", "closed")
    return role in (Role.CASEWORKER, Role.MANAGER) and verb is May.SEE_CATALOGUE and seen


FIGURES = (May.SEE_NAME, May.SEE_FIGURES, May.SEE_HOUSING)
VERBS = {
    Role.CASEWORKER: (*FIGURES, May.SEE_PERSON, May.CHANGE_PERSON, May.PLAN),
    Role.MANAGER: (*FIGURES, May.SEE_UNIT),
    Role.COORDINATOR: (),
}


def allowed_person(member, role, verb, row):
    if role is Role.TEACHER:
        taught = (
            item
            for plan in row.plans.all() if plan.withdrawn_at is None and on_today(plan)
            for item in plan.items.all() if on_today(item) and item.group.teacher_id == member.pk
        )  # fmt: skip
        return verb is May.SEE_NAME and any(True for _ in taught)
    here = row.unit_id == member.unit_id and row.merged_into_id is None
    mine = role is Role.CASEWORKER and any(
        a.caseworker_id == member.pk and on_today(a) for a in row.assignments.all()
    )
    return verb in VERBS[role] and here and (row.protection == Protection.NONE or mine)


@pytest.mark.usefixtures("django_db_setup")
@settings(max_examples=60)
@given(world=worlds())
def test_one_condition_answers_both_questions(django_db_blocker, world):
    with django_db_blocker.unblock(), transaction.atomic():
        members = build(world)
        actors = [(m, acting(m.user.username)) for m in members] + [(None, acting("ingen"))]
        for model in MODELS.values():
            rows = list(model.objects.all())
            for verb in May:
                for member, actor in actors:
                    seen = set(visible(actor, verb, model))
                    for row in rows:
                        assert may(actor, verb, row) == (row in seen)
                        assert (row in seen) == (member is not None and allowed(member, verb, row))
        transaction.set_rollback(True)


def test_the_table_says_no_more_than_the_roles_do():
    for (model, verb), rows in TABLE.items():
        assert model in MODELS.values()
        for role in rows:
            assert verb in ROLES[role].may, (role, verb)
    for role, description in ROLES.items():
        for verb in description.may:
            assert any(verb is v and role in rows for (_, v), rows in TABLE.items()), (role, verb)


@pytest.mark.django_db
class TestPeople:
    """The same in the words of the cast."""

    @pytest.fixture(autouse=True)
    def _cast(self):
        amina_at_school()
        hire("omar", "maria", "sara", "bjorn")
        enrol("yusuf")
        plan_for("yusuf")

    def see(self, who, verb=May.SEE_PERSON):
        return {person.reference for person in visible(acting(who), verb, Person)}

    def test_a_protected_person_is_seen_by_the_caseworker_who_was_given_them_and_by_no_other(self):
        assert self.see("karin") == self.see("omar") == {"amina"}
        staff.assign(["yusuf"], caseworker="omar", first_day=TODAY, by="maria", at=NOW)
        assert (self.see("karin"), self.see("omar")) == ({"amina"}, {"amina", "yusuf"})
        yesterday = acting("omar", TODAY - timedelta(days=1))
        assert "yusuf" not in {p.reference for p in visible(yesterday, May.SEE_PERSON, Person)}

    def test_a_teacher_sees_the_names_in_own_groups_and_opens_nobody(self):
        assert self.see("eva", May.SEE_NAME) == {"amina", "yusuf"}
        assert self.see("bjorn", May.SEE_NAME) == self.see("eva") == set()

    def test_a_manager_sees_a_list_and_opens_nobody(self):
        assert self.see("maria", May.SEE_NAME) == self.see("maria", May.SEE_FIGURES) == {"amina"}
        assert self.see("maria") == set()

    def test_no_is_the_same_as_none(self):
        with pytest.raises(NothingHere) as no:
            demand(acting("sara"), May.SEE_PERSON, Subject.PERSON, "amina")
        with pytest.raises(NothingHere) as none:
            demand(acting("sara"), May.SEE_PERSON, Subject.PERSON, "ingen")
        assert str(no.value) == str(none.value)
        demand(acting("karin"), May.SEE_PERSON, Subject.PERSON, "amina")
        with pytest.raises(NotInYourRole):
            demand(acting("maria"), May.SEE_PERSON, Subject.PERSON, "amina")

    def test_one_who_has_left_may_nothing(self):
        staff.User.objects.filter(username="karin").update(is_active=False)
        assert acting("karin") == Actor("karin", TODAY)
        assert self.see("karin") == set()
        assert not acting("karin").has(May.SEE_NAME)
