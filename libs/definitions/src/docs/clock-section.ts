import type { Citation, ClockSpec, Definition, DutyAnswers, DutySpec } from '@forlop/pathway';
import { bullets, code, listed, sentence } from './markdown.js';
import { everyText, KIND, spanText, STATUS, type Wording } from './norwegian.js';

/** Where a rule comes from, with section, validity and note; the sources' titles stand at the end of the document. */
export function sourcesText(citations: readonly Citation[]): string {
  return citations.map(({ source, locator, validFrom, validTo, note }) => {
    const period = [validFrom && `fra ${validFrom}`, validTo && `til ${validTo}`].filter(Boolean).join(' ');
    const place = `${code(source)}${locator === undefined ? '' : `, ${locator}`}${period === '' ? '' : ` (gjelder ${period})`}`;
    return note === undefined ? place : `${place}: ${note}`;
  }).join('<br>');
}

/** One clock: everything that a clinician or a lawyer needs to check it. */
export function clockSection(clock: ClockSpec, definition: Definition, words: Wording): string[] {
  const duties = definition.duties.filter((duty) => duty.clock === clock.id);
  return [
    `### ${code(clock.id)} ${clock.title.nb}`, '',
    ...bullets([
      ['Slag', `${KIND[clock.kind]}, ${STATUS[clock.status]}`],
      ['Lengde', lengthText(clock, words)],
      ['Gjelder bare', clock.onlyWhen === undefined ? null : `når ${words.condition(clock.onlyWhen)}`],
      ['Starter ved', startText(clock, words)],
      ['Oppfylles av', clock.metBy.length === 0 ? null : words.anyOf(clock.metBy)],
      ['Avsluttes uten å være oppfylt av', (clock.endedBy ?? []).map((end) => `${words.match(end)} → ${code(end.as)}`).join('; ')],
      ['Gjentas', repetitionText(clock)],
      ['Ansvarlig', ownerText(clock, words)],
      ['Forvarsel', clock.warn === undefined ? null : 'before' in clock.warn ? `${spanText(clock.warn.before)} før` : `${spanText(clock.warn.after)} etter start`],
      ['I fare', clock.atRisk === undefined ? null : `uten time i tide når det er ${clock.atRisk.horizonDays} dager igjen`],
      ['Fare meldes ved', clock.riskSaidBy === undefined ? null : words.anyOf(clock.riskSaidBy)],
      ['Faren er over ved', clock.riskWithdrawnBy === undefined ? null : words.anyOf(clock.riskWithdrawnBy)],
      ['Sykehuset melder at den ikke holdes', clock.breachForeseenBy === undefined ? null : words.anyOf(clock.breachForeseenBy)],
      ['Timer', bookingText(clock, words)],
      ['Kommunisert til pasienten ved', clock.communicatedBy === undefined ? null : words.anyOf(clock.communicatedBy)],
      ['Veileder', clock.guidesClock === undefined ? null : `${code(clock.guidesClock)}: en senere dato der gir advarsel og krever begrunnelse, men nektes ikke`],
      ['Når fristen passerer ubrukt', clock.lapses === true ? 'retten er ikke brukt. Det er ikke noe brudd.' : null],
      ['Etter avslutning', clock.outlivesClosing === true ? 'løper videre selv om forløpet avsluttes (men ikke etter dødsfall)' : null],
      ['Kilde', sourcesText(clock.sources)],
    ]),
    ...duties.map((duty) => `- **Oppgave** ${code(duty.id)}: ${dutyText(duty, words)}`), '',
  ];
}

function lengthText({ due }: ClockSpec, words: Wording): string {
  if (due === undefined) return 'ingen frist';
  if ('field' in due) return 'datoen som blir satt';
  return due.after.map(({ when, span }) => `${spanText(span)}${when === undefined ? '' : ` når ${words.condition(when)}`}`).join('; ellers ');
}

function startText(clock: ClockSpec, words: Wording): string {
  return clock.start.map((start) => {
    const from = start.dateFields === undefined ? '' : `, regnet fra ${listed(start.dateFields.map(code), 'eller')} når det er oppgitt`;
    return `${words.match(start)}${from}`;
  }).join('; eller ');
}

function repetitionText({ mode, key }: ClockSpec): string | null {
  switch (mode) {
    case 'each':
      return `hver gang, svaret kobles med ${code(key ?? '')}`;
    case 'recurring':
      return 'den neste begynner når denne er oppfylt';
    case 'supersede':
      return 'en ny dato erstatter den forrige så lenge den ikke er passert';
    case 'again':
      return 'begynner på nytt når den ikke allerede løper';
    default:
      return null;
  }
}

function ownerText({ owner, ownerWhen }: ClockSpec, words: Wording): string {
  const others = (ownerWhen ?? []).map((o) => `${words.role(o.owner)} når ${words.condition(o.when)}`);
  return [words.role(owner), ...others].join('; ');
}

function bookingText({ bookings }: ClockSpec, words: Wording): string | null {
  if (bookings === undefined) return null;
  const { offeredBy, postponedBy, missedBy, cancelledBy, patientCauses } = bookings;
  return [
    offeredBy.length > 0 && `tilbys ved ${words.anyOf(offeredBy)}`,
    postponedBy.length > 0 && `utsettes ved ${words.anyOf(postponedBy)}`,
    missedBy.length > 0 && `pasienten kom ikke: ${words.anyOf(missedBy)}`,
    cancelledBy.length > 0 && `avlyses ved ${words.anyOf(cancelledBy)}`,
    patientCauses.length > 0 && `pasienten står for utsettelsen ved 8446-kode ${listed([...patientCauses], 'og')}. Var timen tilbudt i tide, er det ikke et brudd`,
  ].filter(Boolean).join('; ');
}

const OPENS: Readonly<Record<DutySpec['opens']['at'], string>> = {
  start: 'når klokken starter', warn: 'ved forvarselet', 'at-risk': 'når fristen er i fare', due: 'på fristdagen', broken: 'dagen etter at fristen er brutt',
  'foreseen-or-broken': 'når sykehuset ser at fristen ikke holdes, senest dagen etter at den er brutt',
};
const KINDS: Readonly<Record<DutySpec['kind'], string>> = {
  remind: 'påminnelse', 'notify-helfo': 'varsel til Helfo', 'arrange-meeting': 'avtale om møte', 'offer-lms-course': 'tilbud om kurs', 'collect-prom': 'innhenting av pasientrapporterte data',
  're-evaluate-diagnosis': 'revurdering av diagnose',
};

const ANSWERS = { done: 'utført', 'takes-over': 'overtar', guidance: 'ber om veiledning' } as const satisfies Record<keyof DutyAnswers, string>;

const answerWords = (answers: DutyAnswers, words: Wording): string =>
  (Object.keys(ANSWERS) as (keyof DutyAnswers)[]).flatMap((answer) => (answers[answer] === undefined ? [] : `${ANSWERS[answer]} (${words.command(answers[answer].command)})`)).join(', ');

/** A duty in one line. */
export function dutyText(duty: DutySpec, words: Wording): string {
  const { title, kind, to, answers, opens, when, closedBy, repeat, escalate, needsConfirmation, status } = duty;
  return [
    `${title.nb} (${KINDS[kind]}, ${STATUS[status]}). ${sentence(words.role(to))} får den ${opens.after === undefined ? '' : `${spanText(opens.after)} etter `}${OPENS[opens.at]}`,
    when === undefined ? '' : `, når ${words.condition(when)}`,
    repeat === undefined ? '' : `. Gjentas ${everyText(repeat.every)}, høyst ${repeat.most} ganger`,
    escalate === undefined ? '' : `. ${words.role(escalate.to)} får vite det etter ${spanText(escalate.after)}`,
    closedBy === undefined ? '' : `. Lukkes også av ${words.anyOf(closedBy)}`,
    answers === undefined ? '' : `. Kan besvares med ${answerWords(answers, words)}`,
    needsConfirmation === true ? '. En navngitt person må bekrefte før noe sendes' : '',
    '.',
  ].join('');
}
