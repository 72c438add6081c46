"""Reads the sentences of docs/rules: which events, and when. A sentence that is not understood is an error, never skipped."""
import re

NUMBER = re.compile(r'-?\d+(\.\d+)?')
RAW_VALUE = re.compile(r'([a-zæøå0-9][a-zæøåA-Z0-9.-]*)(?=$|[,;)]| og | eller | når | →)')


class NotUnderstood(Exception):
    pass


def in_sentence(title):
    """A title within a sentence starts with a small letter, unless it is an abbreviation."""
    return title[0].lower() + title[1:] if len(title) > 1 and title[0].isupper() and title[1].islower() else title


def scalar(text):
    if text in ('ja', 'nei'):
        return text == 'ja'
    return (float(text) if '.' in text else int(text)) if NUMBER.fullmatch(text) else text


class Sentence:
    """One sentence, read from left to right."""

    def __init__(self, text, words):
        self.text, self.at, self.words = text, 0, words

    def rest(self):
        return self.text[self.at:]

    def take(self, literal):
        if self.text.startswith(literal, self.at):
            self.at += len(literal)
            return True
        return False

    def need(self, literal):
        if not self.take(literal):
            raise NotUnderstood(f'ventet «{literal}» ved: {self.rest()[:120]!r} i {self.text!r}')

    def pattern(self, regex):
        found = re.compile(regex).match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def one_of(self, titles, quoted=False):
        """The longest of these titles that stands here."""
        for title in sorted(titles, key=len, reverse=True):
            if self.take(f'«{title}»' if quoted else title):
                return titles[title]
        return None

    def end(self):
        if self.at != len(self.text):
            raise NotUnderstood(f'forstod ikke: {self.rest()[:120]!r} i {self.text!r}')

    def attempt(self, read):
        start = self.at
        try:
            return read()
        except NotUnderstood:
            self.at = start
            return None

    def values(self, labels):
        """`«a», «b» eller «c»`, with or without quotation marks."""
        found = [self.value(labels)]
        while True:
            start = self.at
            if self.take(', '):
                more = self.attempt(lambda: self.value(labels))
                if more is not None and (self.rest().startswith(', ') or self.rest().startswith(' eller ')):
                    found.append(more)
                    continue
                self.at = start
                return found
            if self.take(' eller '):
                more = self.attempt(lambda: self.value(labels))
                if more is None:
                    self.at = start
                else:
                    found.append(more)
            return found

    def value(self, labels):
        for label in sorted(labels, key=len, reverse=True):
            if self.take(f'«{label}»'):
                return labels[label]
        raw = self.pattern(RAW_VALUE)
        if raw is None:
            raise NotUnderstood(f'ukjent verdi ved: {self.rest()[:80]!r} i {self.text!r}')
        return scalar(raw.group(1))

    def test(self, labels):
        """What is asked of one value: a function of it (None when it is not given)."""
        parts = [self.one_test(labels)]
        while re.match(r' og (er|har med) ', self.rest()):
            self.need(' og ')
            parts.append(self.one_test(labels))
        return parts[0] if len(parts) == 1 else lambda value: all(part(value) for part in parts)

    def one_test(self, labels):
        if self.take('er ikke oppgitt'):
            return lambda value: value is None
        if self.take('er oppgitt'):
            return lambda value: value is not None
        if self.take('har med '):
            wanted = self.value(labels)
            return lambda value: isinstance(value, list) and wanted in value
        if found := self.pattern(r'er minst (\d+)'):
            return lambda value, limit=int(found.group(1)): value is not None and value >= limit
        if found := self.pattern(r'er under (\d+)'):
            return lambda value, limit=int(found.group(1)): value is not None and value < limit
        denied = self.take('er verken ') or self.take('er ikke ')
        if not denied:
            self.need('er ')
        wanted = self.values(labels)
        return (lambda value: value not in wanted) if denied else (lambda value: value is not None and value in wanted)

    def match(self):
        """`«Event» (field is …), når …`: an event's type, what its data must say, and a condition (or None)."""
        event, tests = self.event()
        when = self.condition() if self.take(', når ') else None
        return event, tests, when

    def event(self):
        event = self.one_of(self.words.events, quoted=True)
        if event is None:
            raise NotUnderstood(f'ukjent hendelse ved: {self.rest()[:80]!r}')
        tests = []
        start = self.at
        if self.take(' ('):
            tests = self.attempt(lambda: self.field_tests(event))
            if tests is None:
                raise NotUnderstood(f'forstod ikke feltene ved: {self.text[start:][:160]!r}')
        return event, tests

    def field_tests(self, event):
        fields, tests = self.words.fields[event], []
        while True:
            field = self.one_of({in_sentence(title): name for name, (title, _) in fields.items()})
            if field is None:
                raise NotUnderstood(f'ukjent felt ved: {self.rest()[:80]!r}')
            self.need(' ')
            tests.append((field, self.test(fields[field][1])))
            if self.take(')'):
                return tests
            if not self.take(' og '):
                self.need(', ')

    def condition(self):
        """Parts joined by «og» or by «eller», never both: a part inside a part has parentheses."""
        parts, word = [self.part()], None
        while word is None:
            start = self.at
            word = next((w for w in (' og ', ' eller ') if self.take(w)), None)
            if word is None and not self.take(', '):
                break
            part = self.attempt(self.part)
            if part is None:
                self.at = start
                break
            parts.append(part)
        if len(parts) == 1:
            return parts[0]
        if word == ' og ':
            return lambda p: all(part(p) for part in parts)
        if word == ' eller ':
            return lambda p: any(part(p) for part in parts)
        raise NotUnderstood(f'og eller eller? {self.text!r}')

    def part(self):
        if self.take('('):
            inner = self.condition()
            self.need(')')
            return inner
        if self.take('det ikke er slik at ('):
            inner = self.condition()
            self.need(')')
            return lambda p: not inner(p)
        if found := self.pattern(r'valget `([^`]+)` (ikke )?er '):
            name, wanted = found.group(1), self.value({})
            return self.said(found.group(2), lambda p: p.parameter(name) == wanted)
        if found := self.pattern(r'pasienten (ikke )?er minst (\d+) år(?: og under (\d+) år)?'):
            return self.age(found.group(1), int(found.group(2)), found.group(3))
        if found := self.pattern(r'pasienten (ikke )?er under (\d+) år'):
            return self.age(found.group(1), None, found.group(2))
        if found := self.pattern(r'pasienten (ikke )?er i steget '):
            steps = frozenset(self.values(self.words.steps))
            return self.said(found.group(1), lambda p: p.step in steps)
        if found := self.pattern(r'kravet `([^`]+)` (ikke )?mangler noe'):
            return self.said(found.group(2), lambda p, name=found.group(1): p.lacks(name))
        if found := self.pattern(r'pasienten (ikke )?er i gruppen `([^`]+)`'):
            return self.said(found.group(1), lambda p, name=found.group(2): p.in_group(name))
        return self.attempt(self.registered) or self.attribute()

    def registered(self):
        event, tests = self.event()
        found = self.pattern(r' (ikke )?er registrert')
        if not found:
            raise NotUnderstood(self.rest()[:80])
        return self.said(found.group(1), lambda p: p.registered(event, tests))

    def attribute(self):
        titles = {f'«{title}»': name for title, name in self.words.attributes.items()}
        titles |= {in_sentence(title): name for title, name in self.words.attributes.items()}
        name = self.one_of(titles)
        if name is None:
            raise NotUnderstood(f'ukjent vilkår ved: {self.rest()[:120]!r}')
        self.need(' ')
        denied = self.take('ikke ')
        test = self.test(self.words.attribute_labels(name))
        return self.said(denied, lambda p: test(p.attributes.get(name)))

    def age(self, denied, least, below):
        at = None
        if self.take(' ved '):
            at = self.one_of({in_sentence(title): name for title, name in self.words.attributes.items()})
            if at is None:
                raise NotUnderstood(f'alder ved hva? {self.rest()[:80]!r}')
        return self.said(denied, lambda p: p.aged(at, least, None if below is None else int(below)))

    @staticmethod
    def said(denied, holds):
        return (lambda p: not holds(p)) if denied else holds
