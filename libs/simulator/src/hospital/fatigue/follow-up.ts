import { addDays, addMonths, birthdayAt, maxDate, type OsloDate } from '@forlop/calendar';
import type { Life } from '../life.js';
import { hasMe } from './assess-patient.js';
import { isChildOn, isSevere, type Chapter, type SyntheticPatient } from '../both/patient.js';

/** Years in the primary service: contacts, reviews, re-evaluation, rehabilitation, coming of age. Ends where life has come to. */
export const followUp: Chapter = (life, patient) => {
  const calendar = new FollowUpCalendar(life, patient);
  if (!firstMonths(life, patient)) return false;
  while (!life.isOver) calendar.next();
  return false;
};

/** What has a date soon after the meeting. @returns false when the patient is well and the pathway closed. */
function firstMonths(life: Life, patient: SyntheticPatient): boolean {
  const { troubles } = patient;
  life.after(10, 20);
  rehabilitate(life);
  if (troubles.has('uten-fastlegeliste')) life.choose('endre-fastlege', { status: 'ingen' });
  if (!troubles.has('frisk')) return true;
  life.after(70, 90);
  life.happen('kontaktRegistrert', { rolle: 'fastlege', kontakttype: '3' });
  life.after(70, 90);
  life.choose('hold-oppfolgende-mote');
  life.choose('avslutt-pakkeforlop', { utfall: 'oppfolgende-mote-gjennomfort' });
  life.after(5, 20);
  life.choose('avslutt-oppfolging', {}, 'Pasienten er i full aktivitet.');
  return false;
}

/** On a medical assessment, never because NAV demands it (DOMAIN §4.9). */
function rehabilitate(life: Life): void {
  const isAdvised = life.random.chance(0.4);
  life.choose('vurder-rehabilitering', { utfall: isAdvised ? 'tilradd' : 'ikke-tilradd', grunnlag: ['medisinsk-vurdering'] });
  if (!isAdvised || life.random.chance(0.15)) return;
  life.after(7, 20);
  life.choose('henvis-rehabilitering');
}

interface Recurring {
  due: OsloDate;
  readonly do: (life: Life) => void;
  readonly again: (random: Life['random'], from: OsloDate) => OsloDate;
}

/** What comes again and again, the next one first. */
class FollowUpCalendar {
  private readonly entries: Recurring[];

  constructor(
    private readonly life: Life,
    patient: SyntheticPatient,
  ) {
    this.entries = [...contacts(life, patient), ...reviews(life, patient), ...comingOfAge(life, patient)];
  }

  /** Does what is due next and finds its next day. */
  next(): void {
    const entry = this.entries.reduce((first, other) => (other.due < first.due ? other : first));
    this.life.on(entry.due);
    if (!this.life.isOver) entry.do(this.life);
    entry.due = entry.again(this.life.random, maxDate(this.life.now, entry.due));
  }
}

const NEVER = '2200-01-01' as OsloDate;
const inMonths = (least: number, most: number) => (random: Life['random'], from: OsloDate) => addDays(addMonths(from, random.between(least, most)), random.between(-9, 9));
const once = () => NEVER;

function contacts(life: Life, patient: SyntheticPatient): Recurring[] {
  const { troubles } = patient;
  const often = isSevere(patient) ? inMonths(2, 2) : inMonths(4, 5);
  const fastlege: Recurring = {
    due: troubles.has('glemt-av-fastlege') ? NEVER : often(life.random, life.now),
    do: (at) => void at.happen('kontaktRegistrert', { rolle: 'fastlege', kontakttype: '3', hjemmebesok: isSevere(patient) }),
    again: often,
  };
  const ward: Recurring = {
    due: inMonths(4, 5)(life.random, life.now),
    do: (at) => void (isChildOn(patient, at.now) && at.happen('kontaktRegistrert', { rolle: 'barneavdeling', kontakttype: '3' })),
    again: inMonths(4, 5),
  };
  const team: Recurring = {
    due: inMonths(1, 2)(life.random, life.now),
    do: (at) => void at.happen('kontaktRegistrert', { rolle: 'ambulant-team', kontakttype: '2', hjemmebesok: true }),
    again: inMonths(2, 2),
  };
  return [fastlege, ...(isChildOn(patient, life.now) ? [ward] : []), ...(isSevere(patient) ? [team] : [])];
}

function reviews(life: Life, patient: SyntheticPatient): Recurring[] {
  const removes = patient.troubles.has('diagnose-fjernes');
  const review: Recurring = { due: inMonths(11, 11)(life.random, life.now), do: (at) => void at.choose('gjennomga-oppfolging'), again: inMonths(11, 12) };
  const closing: Recurring = {
    due: addDays(life.now, 170),
    do: (at) => {
      at.choose('hold-oppfolgende-mote');
      at.choose('avslutt-pakkeforlop', { utfall: 'oppfolgende-mote-gjennomfort' });
    },
    again: once,
  };
  const reevaluation: Recurring = {
    due: removes ? addMonths(life.now, 12) : inMonths(22, 23)(life.random, life.now),
    do: (at) => {
      at.choose('revurder-diagnose', { utfall: removes ? 'kriterier-ikke-oppfylt' : 'opprettholdt' });
      if (removes) at.choose('fjern-diagnose', { grunnlag: ['klinisk-skjonn'] }, 'PEM er ikke til stede, og en annen tilstand forklarer plagene.');
    },
    again: removes ? once : inMonths(22, 23),
  };
  const stay: Recurring = {
    due: addDays(life.now, 120),
    do: (at) => void (at.hasDone('henvis-rehabilitering') && at.choose('registrer-rehabilitering')),
    again: once,
  };
  const course: Recurring = { due: addDays(life.now, 100), do: (at) => void at.choose('registrer-lms-gjennomfort'), again: once };
  return [review, closing, stay, ...(hasMe(patient) ? [reevaluation] : []), ...(hasMe(patient) && !patient.troubles.has('lms-glemt') ? [course] : [])];
}

/** Planned, and not a silent switch (AGE-1): consent at 16, a transition around 18, plans for young adults. */
function comingOfAge(life: Life, patient: SyntheticPatient): Recurring[] {
  const { birthDate } = patient.person;
  const [sixteen, eighteen] = [birthdayAt(birthDate, 16), birthdayAt(birthDate, 18)];
  const consent: Recurring = { due: addDays(sixteen, 6), do: (at) => void at.choose('avklar-samtykke', { gjelder: ['foreldre', 'brev', 'skole'] }), again: once };
  const transition: Recurring = {
    due: addDays(eighteen, patient.troubles.has('overgang-drar-ut') ? 500 : life.random.between(-30, 20)),
    do: (at) => {
      at.choose('fratre-ansvarlig', { rolle: 'barnekoordinator' });
      at.choose('gjennomfor-overgang', { innhold: ['voksen-mottaker', 'fastlege-orientert', 'koordinator-oppnevnt', 'barnekoordinator-overlevert'] });
    },
    again: once,
  };
  const plan: Recurring = {
    due: addDays(maxDate(eighteen, life.now), life.random.between(20, 50)),
    do: (at) => {
      at.choose('opprett-individuell-plan', { innhold: ['koordinator', 'ansvarsgruppe'] });
      at.choose('avklar-planpunkt', { punkter: ['egen-fastlegekontakt', 'nav', 'oppfolgingstjenesten', 'langtidsplan', 'utdanning', 'voksenmedisin'] });
    },
    again: once,
  };
  const isYoung = addMonths(eighteen, 8 * 12) > life.now;
  return [...(sixteen > life.now ? [consent] : []), ...(eighteen > life.start ? [transition] : []), ...(isYoung && hasMe(patient) ? [plan] : [])];
}
