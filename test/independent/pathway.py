"""One patient under one rulebook: follows the facts in order and keeps what the rules remember."""
from datetime import date
from dates import add_months, age_on, birthday
from facts import day
from occurrences import Occurrence

CREATED, MOVED = 'forlopOpprettet', 'forlopFlyttet'


def says(match, fact, patient):
    """Is this what happened? Type, then the data, then the condition."""
    event, tests, when = match
    if event != fact['type']:
        return False
    for field, test in tests:
        if not test(fact['data'].get(field)):
            return False
    return when is None or when(patient)


class Patient:
    """The state that conditions are asked of, on the day of the fact that is being followed."""

    def __init__(self, rules, calendar, parameters, born):
        self.rules, self.calendar, self.chosen, self.born = rules, calendar, parameters, born
        self.step, self.attributes, self.happened, self.gathered = rules.initial_step, {}, {}, {}
        self.today, self.dead, self.episode = date.min, False, 0
        self.clocks = {clock.id: [] for clock in rules.clocks}
        self.told = {clock.id: [] for clock in rules.clocks}

    def parameter(self, name):
        return self.chosen.get(name, self.rules.parameters[name])

    def aged(self, at, least, below):
        on = self.today if at is None else self.attributes.get(at)
        if on is None:
            return False
        if self.born is None:  # counted as grown up
            return below is None
        age = age_on(self.born, on if isinstance(on, date) else day(on))
        return (least is None or age >= least) and (below is None or age < below)

    def in_group(self, name):
        return self.rules.groups[name](self)

    def registered(self, event, tests):
        return any(all(test(data.get(field)) for field, test in tests) for data in self.happened.get(event, []))

    def lacks(self, name):
        return self.unmet(self.rules.requirements[name], self.gathered.get(name, set()))

    def unmet(self, requirement, gathered):
        if requirement.when is not None and not requirement.when(self):
            return False
        return any(not codes & gathered for codes, when, unless in requirement.needs
                   if (when is None or when(self)) and not (unless is not None and unless(self)))

    # The fold

    def follow(self, fact):
        """Attributes first, then the step, then the clocks."""
        self.today = fact['on']
        if self.dead or self.blocked(fact):
            return
        self.happened.setdefault(fact['type'], []).append(fact['data'])
        self.gather(fact)
        self.remember(fact)
        self.move(fact)
        self.run_clocks(fact)

    def contribution(self, requirement, fact):
        found = set()
        for event, field in requirement.gather:
            value = fact['data'].get(field) if event == fact['type'] else None
            found |= set(value) if isinstance(value, list) else set() if value is None else {value}
        return found

    def blocked(self, fact):
        """Recorded, but it does not count: what it must hold is missing."""
        for requirement in self.rules.blocking.get(fact['type'], []):
            if says(requirement.blocks, fact, self):
                own = self.contribution(requirement, fact)
                if self.unmet(requirement, own if requirement.by_fact_alone else own | self.gathered.get(requirement.id, set())):
                    return True
        return False

    def gather(self, fact):
        for requirement in self.rules.gathering.get(fact['type'], []):
            if own := self.contribution(requirement, fact):
                self.gathered.setdefault(requirement.id, set()).update(own)

    def remember(self, fact):
        for name, match, field, dated, value, first_only in self.rules.setters.get(fact['type'], []):
            if not says(match, fact, self) or (first_only and name in self.attributes):
                continue
            new = fact['on'] if dated else fact['data'].get(field) if field else value
            if new is not None:
                self.attributes[name] = new

    def move(self, fact):
        moves = self.rules.moves.get(fact['type'], [])
        for origins, match, target, _, new_episode in moves:
            if (origins is None or self.step in origins) and says(match, fact, self):
                self.go(target, new_episode)
                return
        for origins, match, target, from_anywhere, _ in moves:
            if from_anywhere and says(match, fact, self):
                self.go(target, False)
                return

    def go(self, target, new_episode):
        """What was closed and goes on, begins anew."""
        self.episode += new_episode or (self.step in self.rules.last_steps and target not in self.rules.last_steps)
        self.step = target

    def run_clocks(self, fact):
        died = any(says(match, fact, self) for match in self.rules.fatal)
        closed = self.step in self.rules.last_steps
        for clock in self.rules.hearing.get(fact['type'], []):
            self.run(clock, fact, may_start=not died and (not closed or clock.outlives))
        for clock in self.rules.clocks if died or closed else []:
            for occurrence in self.clocks[clock.id]:
                if occurrence.open and (died or (closed and not clock.outlives)):
                    occurrence.end(fact['on'], 'everything-ended' if died else 'pathway-closed')
        self.dead = died

    def run(self, clock, fact, may_start):
        starts, met, ends, hears, telling = clock.about(fact['type'])
        open_ones = [o for o in self.clocks[clock.id] if o.open]
        for kind in dict.fromkeys(kind for kind, match in hears if says(match, fact, self)):
            self.told[clock.id].append((kind, fact['on'], fact['data']))
        if open_ones and self.heard(telling, fact):
            for occurrence in open_ones:
                occurrence.communicated = occurrence.communicated or fact['on']
        restart = self.stop(clock, fact, open_ones, met, ends)
        if not may_start:
            return
        started = next((fields for match, fields in starts if says(match, fact, self)), None)
        if started is not None:
            self.start(clock, fact, started)
        elif restart:
            self.begin(clock, fact, fact['on'])

    def stop(self, clock, fact, open_ones, met_by, ends):
        """Meets or ends what is open. True when a recurring clock goes on to its next."""
        if not open_ones:
            return False
        met = self.heard(met_by, fact)
        ended = None if met else next((as_ for match, as_ in ends if says(match, fact, self)), None)
        restart = False
        for occurrence in open_ones:
            asked = fact['data'].get(clock.key) if clock.key else None
            if asked is not None and asked != occurrence.key:
                continue
            if met:
                occurrence.meet(fact['on'])
                restart = clock.mode == 'recurring'
            elif ended is not None:
                occurrence.end(fact['on'], ended)
            if clock.key and asked is None and not occurrence.open:
                break  # an answer that does not say to what, answers the oldest question
        return restart

    def heard(self, matches, fact):
        return any(says(match, fact, self) for match in matches)

    def start(self, clock, fact, date_fields):
        if clock.onlyWhen is not None and not clock.onlyWhen(self):
            return
        earlier = self.clocks[clock.id]
        running = [o for o in earlier if o.open and not (clock.lapses and o.due is not None and o.due < fact['on'])]
        if clock.mode == 'once' and any(o.episode == self.episode for o in earlier):
            return
        if clock.mode in ('again', 'recurring'):
            if running:
                return
            for lapsed in (o for o in earlier if o.open):
                lapsed.end(fact['on'], 'lapsed')
        if clock.mode == 'supersede' and running:
            if any(o.due < fact['on'] for o in running):
                return
            for occurrence in running:
                occurrence.set_due(occurrence.length(fact, self), self.calendar)
                occurrence.communicated = None
            return
        if clock.mode == 'supersede' and any(o.met_on for o in earlier if o.episode == self.episode):
            return
        given = next((fact['data'][field] for field in date_fields if fact['data'].get(field)), None)
        self.begin(clock, fact, day(given) if given else fact['on'])

    def begin(self, clock, fact, on):
        occurrence = Occurrence(clock, on, self, fact)
        self.clocks[clock.id].append(occurrence)
        return occurrence

    def marks(self, since):
        """Days in the patient's life that the rules know, after the day of the first fact."""
        if self.born is None:
            return []
        days = ((mark, add_months(birthday(self.born, age), -before)) for mark, (age, before) in self.rules.marks.items())
        return [{'id': mark, 'type': mark, 'on': on, 'data': {}} for mark, on in days if on > since]


def follow_all(patient, facts, since):
    """Facts and the patient's own days, from the first fact on, in order: date, rank, id."""
    ranks = patient.rules.words.ranks
    own = [fact for fact in facts if fact['type'] not in (CREATED, MOVED)]
    for fact in sorted(own + patient.marks(since), key=lambda f: (f['on'], ranks[f['type']], f['id'])):
        patient.follow(fact)
    return patient
