"""Reads docs/events.md and one document of docs/rules into rules that can be followed. Nothing else is read: what the documents do not say, is not known here."""
import re
from sentences import Sentence, in_sentence, scalar

UNITS = {'virkedag': 'virkedag', 'virkedager': 'virkedag', 'dag': 'dag', 'dager': 'dag', 'uke': 'uke', 'uker': 'uke',
         'måned': 'maned', 'måneder': 'maned', 'år': 'ar'}
FALLS = re.compile(r'(\d+) (\S+)')


def cells(line):
    return [cell.strip() for cell in re.split(r'(?<!\\)\|', line)[1:-1]]


def tables(lines):
    """Every table row of a section, without headings."""
    rows = [cells(line) for line in lines if line.startswith('|')]
    return [row for n, row in enumerate(rows) if not row[0].startswith('---') and (n + 1 == len(rows) or not rows[n + 1][0].startswith('---'))]


def sections(text, level):
    """Title and lines of each section of one level; a higher level ends it."""
    found, current = [], None
    for line in text.split('\n'):
        heading = re.match(r'(#+) (.*)', line)
        if heading and len(heading.group(1)) <= level:
            current = (heading.group(2), []) if len(heading.group(1)) == level else None
            if current:
                found.append(current)
        elif current:
            current[1].append(line)
    return found


def bullets(lines):
    return dict(re.match(r'- \*\*(.+?):\*\* (.*)', line).groups() for line in lines if re.match(r'- \*\*.+?:\*\* ', line))


def ticked(text):
    return re.findall(r'`([^`]+)`', text)


def read_span(text):
    number, unit = FALLS.match(text).groups()
    return int(number), UNITS[unit]


class Words:
    """Titles as the rules write them, and what they stand for in the data."""

    def __init__(self, events, steps, attributes, marks):
        self.events = {title: type for type, (title, _, _) in events.items()} | {title: mark for mark, (title, _, _) in marks.items()}
        self.ranks = {type: rank for type, (_, rank, _) in events.items()} | {mark: rank for mark, (_, _, rank) in marks.items()}
        self.fields = {type: fields for type, (_, _, fields) in events.items()} | {mark: {} for mark in marks}
        self.steps, self.attributes = steps, attributes
        self.labels = {}

    def attribute_labels(self, name):
        return self.labels.get(name, {})

    def whole(self, text, read):
        sentence = Sentence(text, self)
        result = read(sentence)
        sentence.end()
        return result

    def condition(self, text):
        return self.whole(text, lambda s: s.condition())

    def match(self, text):
        return self.whole(text, lambda s: s.match())

    def matches(self, text):
        """Several ways in which the same thing comes about."""
        if '; eller ' in text:
            return [self.match(part) for part in text.split('; eller ')]

        def read(sentence):
            found = [sentence.match()]
            while sentence.take(', «') or sentence.take(' eller «'):
                sentence.at -= 1
                found.append(sentence.match())
            return found
        return self.whole(text, read)


def read_events(text):
    """The vocabulary by definition; a later definition writes only what is its own."""
    known, by_definition = {}, {}
    for title, lines in sections(text, 2):
        if not (owner := ticked(title)):
            continue
        for heading, body in sections('\n'.join(lines), 3):
            type, name = re.match(r'`([^`]+)`: (.*)', heading).groups()
            rank = int(re.search(r'^Rang (-?\d+)', '\n'.join(body), re.M).group(1))
            fields = {ticked(row[0])[0]: (row[1], codes(row[3])) for row in tables(body)}
            known = known | {type: (name, rank, fields)}
        by_definition[owner[0].split('@')[0]] = known
    return by_definition


def codes(cell):
    return {label: code for code, label in (re.match(r'`([^`]+)` (.*)', part).groups() for part in cell.split('<br>') if part)}


def by_event(items, matches):
    """The items by the events that they are about, in the order of the document."""
    found = {}
    for item in items:
        for event in {match[0] for match in matches(item)}:
            found.setdefault(event, []).append(item)
    return found


class Clock:
    def __init__(self, id, said, words):
        self.id = id
        self.onlyWhen = words.condition(said['Gjelder bare'].removeprefix('når ')) if 'Gjelder bare' in said else None
        self.starts = [self.start(part, words) for part in said['Starter ved'].split('; eller ')]
        self.met = words.matches(said['Oppfylles av']) if 'Oppfylles av' in said else []
        self.ends = [(words.match(text), ticked(as_)[0]) for text, as_ in (end.rsplit(' → ', 1) for end in said.get('Avsluttes uten å være oppfylt av', '').split('; ') if end)]
        self.read_length(said['Lengde'], words)
        self.read_repetition(said.get('Gjentas', ''))
        self.warn_before, self.warn_after = self.warning(said.get('Forvarsel'))
        self.horizon = int(re.search(r'når det er (\d+) dager igjen', said['I fare']).group(1)) if 'I fare' in said else None
        self.lapses = 'Når fristen passerer ubrukt' in said
        self.outlives = 'Etter avslutning' in said
        self.communicated = self.optional(said, 'Kommunisert til pasienten ved', words)
        self.has_bookings = 'Timer' in said
        appointments, self.patient_causes = self.bookings(said.get('Timer', ''), words)
        self.hears = [*zip(('offered', 'postponed', 'missed', 'cancelled'), appointments),
                      ('risk', self.optional(said, 'Fare meldes ved', words)), ('safe', self.optional(said, 'Faren er over ved', words)),
                      ('foreseen', self.optional(said, 'Sykehuset melder at den ikke holdes', words))]

        self.known = {}

    def about(self, event):
        """Of the clock's sentences, those about one event: what starts, meets and ends it, what it hears, what tells the patient."""
        if event not in self.known:
            self.known[event] = (
                [start for start in self.starts if start[0][0] == event], [match for match in self.met if match[0] == event],
                [end for end in self.ends if end[0][0] == event],
                [(kind, match) for kind, matches in self.hears for match in matches if match[0] == event],
                [match for match in self.communicated if match[0] == event],
            )
        return self.known[event]

    def matches(self):
        heard = [match for _, matches in self.hears for match in matches]
        return [match for match, _ in self.starts + self.ends] + self.met + self.communicated + heard

    @staticmethod
    def optional(said, label, words):
        return words.matches(said[label]) if label in said else []

    @staticmethod
    def start(text, words):
        text, *dated = re.split(r', regnet fra ', text)
        return words.match(text), ticked(dated[0]) if dated else []

    def read_length(self, text, words):
        self.has_due, self.due_from_field, self.lengths = text != 'ingen frist', text == 'datoen som blir satt', []
        if self.has_due and not self.due_from_field:
            for part in text.split('; ellers '):
                span, *when = part.split(' når ', 1)
                self.lengths.append((read_span(span), words.condition(when[0]) if when else None))

    def read_repetition(self, text):
        kinds = {'begynner på nytt': 'again', 'den neste begynner': 'recurring', 'en ny dato erstatter': 'supersede', 'hver gang': 'each'}
        self.mode = next((mode for words, mode in kinds.items() if text.startswith(words)), None if text else 'once')
        if self.mode is None:
            raise ValueError(f'{self.id}: forstod ikke «Gjentas: {text}»')
        self.key = ticked(text)[0] if self.mode == 'each' else None

    @staticmethod
    def warning(text):
        if text is None:
            return None, None
        return (None, read_span(text)) if text.endswith(' etter start') else (read_span(text), None)

    def bookings(self, text, words):
        says = {'tilbys ved ': [], 'utsettes ved ': [], 'pasienten kom ikke: ': [], 'avlyses ved ': []}
        causes = []
        for part in re.split(r'; (?!eller )', text) if text else []:
            label = next((label for label in says if part.startswith(label)), None)
            if label:
                says[label] = words.matches(part.removeprefix(label))
            else:
                causes = re.findall(r'\d+', re.match(r'pasienten står for utsettelsen ved 8446-kode (.*?)\.', part).group(1))
        return says.values(), causes


class Requirement:
    def __init__(self, id, said, words):
        self.id = id
        self.when = words.condition(said['Gjelder'].removeprefix('når ')) if 'Gjelder' in said else None
        self.gather = re.findall(r'«([^»]*(?:«[^»]*»)?[^»]*)» \(`([^`]+)`\)', said['Hentes fra'])
        self.gather = [(words.events[title], field) for title, field in self.gather]
        self.by_fact_alone = said['Dekkes av'].startswith('bare')
        self.needs = list(self.read_needs(said['Må ha'], words))
        blocks = re.match(r'(«.*) registreres, men regnes ikke som gjennomført uten dette', said['Virkning'])
        self.blocks = words.match(blocks.group(1)) if blocks else None

    @staticmethod
    def read_needs(text, words):
        """Each need ends with its codes in parentheses, and perhaps when it applies."""
        for start in re.finditer(r'\((?=`)', text):
            depth, end = 1, start.end()
            while depth:
                depth += {'(': 1, ')': -1}.get(text[end], 0)
                end += 1
            inner = text[start.end():end - 1]
            only = re.search(r', når (.*?)(?=, unntatt når |$)', inner)
            unless = re.search(r', unntatt når (.*)$', inner)
            wanted = re.match(r'[^«]*?(?=, når |, unntatt når |$)', inner).group(0)
            yield set(ticked(wanted)), words.condition(only.group(1)) if only else None, words.condition(unless.group(1)) if unless else None


class Rulebook:
    """One definition as its document tells it."""

    def __init__(self, text, events_text):
        self.id, self.version = re.search(r'fra definisjonen `([^`@]+)@([^`]+)`', text).groups()
        part = dict(sections(text, 2))
        events = read_events(events_text)[self.id]
        marks = {ticked(row[0])[0]: (row[1], row[2], int(row[3])) for row in tables(part.get('Aldersmerker', []))}
        step_rows = [row for row in tables(part['Steg']) if row[0].startswith('`')]
        self.steps = {row[1].removesuffix(' (siste)'): ticked(row[0])[0] for row in step_rows}
        self.last_steps = {ticked(row[0])[0] for row in step_rows if row[1].endswith(' (siste)')}
        attribute_rows = tables(part.get('Opplysninger', []))
        self.words = words = Words(events, self.steps, {row[1]: ticked(row[0])[0] for row in attribute_rows}, marks)
        self.marks = {mark: self.read_mark(day) for mark, (_, day, _) in marks.items()}
        self.setters = self.read_setters(attribute_rows)
        self.parameters = {ticked(row[0])[0]: scalar(row[3]) for row in tables(part.get('Valg', []))}
        self.groups = {ticked(row[0])[0]: words.condition(row[2]) for row in tables(part.get('Pasientgrupper', []))}
        opening = re.search(r'Forløpet begynner i «([^»]+)»\. (.*) avslutter alt på dagen', text)
        self.initial_step, self.fatal = self.steps[opening.group(1)], words.matches(opening.group(2))
        self.moves = [self.read_move(row) for row in tables(part['Steg']) if not row[0].startswith('`')]
        self.requirements = {(r := Requirement(*self.section(title, lines), words)).id: r for title, lines in sections('## Krav\n' + '\n'.join(part.get('Krav', [])), 3)}
        self.clocks = [Clock(*self.section(title, lines), words) for title, lines in sections('## K\n' + '\n'.join(part['Frister og klokker']), 3)]

        self.setters, self.moves = by_event(self.setters, lambda s: [s[1]]), by_event(self.moves, lambda m: [m[1]])
        self.blocking = by_event([r for r in self.requirements.values() if r.blocks], lambda r: [r.blocks])
        self.gathering = by_event(self.requirements.values(), lambda r: r.gather)
        self.hearing = by_event(self.clocks, Clock.matches)

    @staticmethod
    def section(title, lines):
        return ticked(title)[0], bullets(lines)

    @staticmethod
    def read_mark(text):
        """Age, and how many months before the birthday."""
        before = re.match(r'(\d+) måneder før ', text)
        return int(re.search(r'(\d+)-årsdagen', text).group(1)), int(before.group(1)) if before else 0

    def read_setters(self, rows):
        """Attributes in order; a label of a code in the rules is the code of the first field that sets it."""
        read = []
        for row in rows:
            name = ticked(row[0])[0]
            for text in row[2].split('; '):
                said, what = text.rsplit(' → ', 1)
                field = re.match(r'feltet `([^`]+)`', what)
                event = Sentence(said, self.words).event()[0]
                if field and name not in self.words.labels:
                    self.words.labels[name] = self.words.fields[event][field.group(1)][1]
                read.append((name, said, what, field.group(1) if field else None))
        return [(name, self.words.match(said), field, what.startswith('dagen'), None if field or what.startswith('dagen') else scalar(what), what.endswith('bare første gang'))
                for name, said, what, field in read]

    def read_move(self, row):
        origins = None if row[0] == 'alle steg' else self.words.whole(row[0], lambda s: s.values(self.steps))
        return origins, self.words.match(row[1]), self.steps[row[2].strip('«»')], 'også fra andre steg' in row[3], 'ny vurdering' in row[3]
