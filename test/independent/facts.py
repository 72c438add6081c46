"""LATE-1: which facts are known, what corrections made of them, and in which order they happened."""
from datetime import date


def day(text):
    return date.fromisoformat(text)


def effective(events, known_at):
    """
    What is true by what was recorded up to a position. A correction takes the place of the event that it names and keeps
    that event's id; of several, the last recorded one stands. A retracted event never happened.
    """
    known = sorted((e for e in events if e['kind'] != 'observation' and e['position'] <= known_at), key=lambda e: e['position'])
    root, latest = {}, {}
    for event in known:
        named = event.get('corrects') or event.get('retracts')
        own = root[event['id']] = root.get(named, named) if named else event['id']
        latest[own] = event
    return [{'id': own, 'type': e['type'], 'on': day(e['occurredOn']), 'data': e.get('data') or {}} for own, e in latest.items() if not e.get('retracts')]
