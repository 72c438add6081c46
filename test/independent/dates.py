"""Dates by DOMAIN CAL-1, CAL-2 and docs/calendar.md, written anew: Easter, public holidays, working days, spans, ages."""
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)


@lru_cache(maxsize=None)
def easter_sunday(year):
    """Easter Sunday as the church counts it: the Sunday after the tabular full moon on or after 21 March (Lilius and Clavius, 1582)."""
    golden = year % 19 + 1
    century = year // 100 + 1
    solar = 3 * century // 4 - 12
    lunar = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - solar - 10
    epact = (11 * golden + 20 + lunar - solar) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact
    if moon < 21:
        moon += 30
    moon += 7 - (sunday + moon) % 7
    return date(year, 3, moon) if moon <= 31 else date(year, 4, moon - 31)


@lru_cache(maxsize=None)
def public_holidays(year):
    """The public holidays of Norway: lov om helligdager § 2 and lov om 1 og 17 mai."""
    easter = easter_sunday(year)
    moving = [easter + timedelta(days=n) for n in (-3, -2, 0, 1, 39, 49, 50)]
    fixed = [date(year, 1, 1), date(year, 5, 1), date(year, 5, 17), date(year, 12, 25), date(year, 12, 26)]
    return frozenset(moving + fixed)


class WorkingDays:
    """What counts as a virkedag in one of the calendars of docs/calendar.md."""

    def __init__(self, calendar):
        if calendar not in ('norge', 'norge-lordag', 'norge-julestengt'):
            raise ValueError(f'ukjent kalender: {calendar}')
        self.last_weekday = 5 if calendar == 'norge-lordag' else 4
        self.closed = {(12, 24), (12, 31)} if calendar == 'norge-julestengt' else set()
        self.known = {}

    def counts(self, day):
        return day.weekday() <= self.last_weekday and day not in public_holidays(day.year) and (day.month, day.day) not in self.closed

    def add(self, day, number):
        """Day 1 is the next working day; a negative number counts backwards in the same way."""
        found = self.known.get((day, number))
        if found is None:
            found, step = day, DAY if number > 0 else -DAY
            for _ in range(abs(number)):
                found += step
                while not self.counts(found):
                    found += step
            self.known[day, number] = found
        return found


def days_in_month(year, month):
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


def add_months(day, number):
    """The same day of the month, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def add_span(day, number, unit, calendar):
    if unit == 'virkedag':
        return calendar.add(day, number)
    if unit == 'dag':
        return day + number * DAY
    if unit == 'uke':
        return day + 7 * number * DAY
    if unit == 'maned':
        return add_months(day, number)
    if unit == 'ar':
        return add_months(day, 12 * number)
    raise ValueError(f'ukjent enhet: {unit}')


def birthday(born, age):
    """The day on which someone becomes that old; born on 29 February: 1 March in a common year."""
    if (born.month, born.day) == (2, 29) and days_in_month(born.year + age, 2) == 28:
        return date(born.year + age, 3, 1)
    return born.replace(year=born.year + age)


def age_on(born, day):
    """Full years."""
    years = day.year - born.year
    return years if day >= birthday(born, years) else years - 1
