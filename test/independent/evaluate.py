"""
The second answer: reads histories as JSON lines from standard input and writes every occurrence of every clock as JSON lines.

    python3 evaluate.py docs/events.md docs/rules/langvarig-utmattelse.md … < histories.ndjson

A history: {"id", "birthDate" | null, "asOf", "knownAt", "events": [{"id", "position", "kind", "type", "occurredOn", "data", "corrects"?, "retracts"?}]}.
An answer: {"id", "step", "clocks": [...]}, one line for each history, in the same order. Dates are Oslo dates.
"""
import json
import sys
from datetime import date
from dates import WorkingDays
from facts import day, effective
from occurrences import status
from pathway import CREATED, MOVED, Patient, follow_all
from rulebook import Rulebook

CALENDARS = {}


def calendar(named):
    return CALENDARS.setdefault(named['id'], WorkingDays(named['id']))


def evaluate(history, books):
    """All clocks of one patient as of a day, by what was known at a position."""
    as_of = day(history['asOf'])
    facts = [f for f in effective(history['events'], history['knownAt']) if f['on'] <= as_of]
    created = next(f for f in facts if f['type'] == CREATED)
    moves = sorted((f for f in facts if f['type'] == MOVED), key=lambda f: (f['on'], f['id']))
    born = day(history['birthDate']) if history['birthDate'] else None
    since = min((f['on'] for f in facts if f['type'] not in (CREATED, MOVED)), default=date.max)
    chosen = dict(created['data'])
    kept = all_of(run(chosen, books, born, facts, since))
    for move in moves:
        # A parameter that was chosen once stays chosen until another is.
        parameters = (chosen.get('parameters') or {}) | (move['data'].get('parameters') or {})
        chosen = chosen | move['data'] | {'parameters': parameters}
        kept = moved_to(kept, all_of(run(chosen, books, born, facts, since)), move['on'])
    return {'id': history['id'], 'clocks': [told(o.row(), as_of) for o in kept]}


def run(chosen, books, born, facts, since):
    """The whole history under one version, calendar and choice of parameters."""
    book = books[chosen['definition']['id'], chosen['definition']['version']]
    return follow_all(Patient(book, calendar(chosen['calendar']), chosen.get('parameters') or {}, born), facts, since)


def all_of(patient):
    return [o for occurrences in patient.clocks.values() for o in occurrences]


def moved_to(old, new, on):
    """
    A move touches only clocks open that day: what was met, ended, broken or told to the patient by then keeps the old rule,
    and so does a clock that the new rule would have broken before the move. A clock that the new rules do not have ends.
    """
    successors, kept = {(o.clock.id, o.started_by): o for o in new}, []
    for o in (o for o in old if o.start <= on):
        successor = successors.pop((o.clock.id, o.started_by), None)
        told_by_then = o.communicated is not None and o.communicated <= on
        if not o.open_on(on) or told_by_then or (successor and successor.broken_before(on)):
            kept.append(o)
        elif successor:
            kept.append(successor)
        else:
            o.met_on = None
            o.end(on, 'moved')
            kept.append(o)
    return kept + [o for o in successors.values() if o.start > on or o.open_on(on)]


def told(row, as_of):
    return {name: value.isoformat() if hasattr(value, 'isoformat') else value for name, value in row.items()} | {'status': status(row, as_of)}


def main():
    events, *rules = (open(path, encoding='utf-8').read() for path in sys.argv[1:])
    books = {(book.id, book.version): book for book in (Rulebook(text, events) for text in rules)}
    for line in sys.stdin:
        print(json.dumps(evaluate(json.loads(line), books), ensure_ascii=False))


if __name__ == '__main__':
    main()
