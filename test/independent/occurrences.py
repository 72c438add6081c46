"""One run of a clock: its dates (MOVE, BREACH, END), who caused the delay (MOVE-2), and what it is on a day."""
import re
from dates import DAY, add_span
from facts import day

DATE = re.compile(r'\d{4}-\d\d-\d\d')


def moved(on, span, calendar, back=False):
    number, unit = span
    return add_span(on, -number if back else number, unit, calendar)


def dated(data):
    """The date that a fact holds: a frist, an appointment, a new day. No event of an appointment or a frist holds two."""
    return next((day(value) for value in data.values() if isinstance(value, str) and DATE.fullmatch(value)), None)


class Occurrence:
    """One run of a clock, from its start until it is met or ended."""

    def __init__(self, clock, on, patient, fact):
        self.clock, self.start, self.started_by, self.episode = clock, on, fact['id'], patient.episode
        self.key = fact['data'].get(clock.key) if clock.key else None
        self.met_on = self.ended_on = self.ended_as = None
        self.set_due(self.length(fact, patient), patient.calendar)
        self.told = patient.told[clock.id]  # what is said of appointments, dangers and breaches to come
        # A clock that may run once hears also what was said before it started, since the last one closed.
        others = patient.clocks[clock.id]
        self.told_from = len(self.told) if any(o.open for o in others) else max((o.told_until for o in others), default=0)
        self.told_until = self.communicated = None

    def set_due(self, due, calendar):
        """The last day in time, and the day of the warning: never before the clock starts."""
        clock, self.due, self.warn = self.clock, due, None
        if clock.warn_before and due:
            self.warn = max(self.start, moved(due, clock.warn_before, calendar, back=True))
        elif clock.warn_after:
            self.warn = moved(self.start, clock.warn_after, calendar)

    def length(self, fact, patient):
        if not self.clock.has_due:
            return None
        if self.clock.due_from_field:
            return dated(fact['data'])
        for span, when in self.clock.lengths:
            if when is None or when(patient):
                return moved(self.start, span, patient.calendar)
        raise ValueError(f'{self.clock.id}: ingen lengde passer')

    @property
    def open(self):
        return self.met_on is None and self.ended_on is None

    def open_on(self, on):
        return (self.closed_on is None or self.closed_on > on) and (self.due is None or self.due >= on)

    def broken_before(self, on):
        return self.due is not None and self.due < on and (self.closed_on is None or self.closed_on > self.due)

    def end(self, on, as_):
        self.ended_on, self.ended_as, self.told_until = on, as_, len(self.told)

    def meet(self, on):
        self.met_on, self.told_until = on, len(self.told)

    @property
    def closed_on(self):
        return self.met_on or self.ended_on

    def heard(self, *kinds):
        """What was said while it mattered to this one, with the day it counts from here."""
        if self.clock.mode in ('once', 'supersede'):
            told = self.told[self.told_from:]
        else:  # the appointments of an earlier one are not this one's
            told = [(kind, on, data) for kind, on, data in self.told if (kind in ('offered', 'postponed') and dated(data) or on) >= self.start]
        return [(kind, on, data) for kind, on, data in told if kind in kinds and (self.closed_on is None or on <= self.closed_on)]

    def said(self):
        """Since when a person says that it is at risk."""
        since = None
        for kind, on, _ in self.heard('risk', 'safe'):
            since = (since or max(on, self.start)) if kind == 'risk' else None
        return since

    def appointments(self):
        """
        Replays what was said of appointments against the date that stands: the one appointment that holds, who answers for
        a delay, from when the hospital knew that its own times lay too late, and since when no time within the frist holds.
        """
        booked, in_time, by_patient, passed, foreseen, lost = None, False, False, False, None, self.start
        for kind, on, data in self.heard('offered', 'postponed', 'missed', 'cancelled', 'foreseen'):
            if kind == 'foreseen':
                foreseen = foreseen or on
                continue
            before, booked = booked, dated(data) if kind in ('offered', 'postponed') else None
            held, holds = (at is not None and at <= self.due for at in (before, booked))
            patients = kind == 'missed' or (kind == 'postponed' and data.get('kode') in self.clock.patient_causes)
            if kind == 'cancelled' and before is None:
                continue  # what was missed cannot be called off
            by_patient = (in_time and on <= self.due or by_patient) if patients else by_patient and kind == 'offered'
            if holds:
                in_time, by_patient, foreseen, lost = True, False, None, self.start  # it takes the place of what was before
            elif not by_patient and not (patients and in_time):
                foreseen, in_time = foreseen or (booked and on), False
            if held and not holds:
                lost = min(on, before + DAY)
            if on <= self.due:
                passed = by_patient
        return booked if booked is not None and booked <= self.due else None, lost, passed, foreseen and max(foreseen, self.start)

    def row(self):
        secured, lost, by_patient, foreseen = self.appointments() if self.due else (None, self.start, False, None)
        risk = None
        if self.clock.horizon is not None and self.due:
            # An appointment that has gone by unused is none from the next day on.
            risk = max(self.due - self.clock.horizon * DAY, lost, secured + DAY if secured else self.start)
        risk = min((max(since, self.start) for since in (risk, self.said(), foreseen) if since), default=None)
        if risk is not None and self.due is not None and risk > self.due:
            risk = None
        return {
            'clock': self.clock.id, 'key': self.key, 'startOn': self.start, 'warnOn': self.warn, 'atRiskFrom': risk, 'dueOn': self.due, 'metOn': self.met_on,
            'endedOn': self.ended_on, 'endedAs': self.ended_as, 'passedByPatient': by_patient, 'foreseenOn': foreseen, 'lapses': self.clock.lapses,
        }


def status(row, on):
    """What the clock is on a day: only dates are compared, so that a list is right at midnight."""
    due, missed = row['dueOn'], 'closed' if row['lapses'] else 'passed-by-patient' if row['passedByPatient'] else 'broken'
    if row['startOn'] > on:
        return 'not-started'
    if row['metOn'] and row['metOn'] <= on:
        return 'met' if due is None or row['metOn'] <= due else 'passed-by-patient' if row['passedByPatient'] else 'met-late'
    if row['endedOn'] and row['endedOn'] <= on:
        return 'closed' if due is None or row['endedOn'] <= due else missed
    if due and due < on:
        return missed
    if row['atRiskFrom'] and row['atRiskFrom'] <= on:
        return 'at-risk'
    return 'warned' if row['warnOn'] and row['warnOn'] <= on else 'running'
