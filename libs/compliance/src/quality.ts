import type { OsloDate } from '@forlop/calendar';
import type { ClockRow, Finding, Text } from '@forlop/pathway';
import { outcomeOf, type Outcome } from './outcome.js';

/**
 * What makes a record distort the numbers, in the order in which it is said of a clock that has several. Waiting-list
 * statistics leave all of these out (DOMAIN §3, «Waiting-list statistics leave out»).
 */
export const defects = [
  'duplicate',
  'course-referral',
  'start-before-referral',
  'no-assessment-date',
  'no-end-code',
  'ended-on-assessment-day',
  'ended-at-once',
  'over-ten-years',
] as const;
export type Defect = (typeof defects)[number];

export interface DefectText {
  readonly title: Text;
  /** What puts it right. */
  readonly remedy: Text;
  /** Nothing is wrong with the record: it is left out all the same, and nobody need look at it. */
  readonly byDesign?: true;
}

export const defectTexts: Readonly<Record<Defect, DefectText>> = {
  duplicate: {
    title: { nb: 'Pasienten har et tidligere forløp av samme slag som ikke var avsluttet', en: 'The patient has an earlier pathway of the same kind that had not ended' },
    remedy: { nb: 'Avslutt det ene forløpet som duplikat, eller før henvisningen på det som løper.', en: 'End one of the pathways as a duplicate, or record the referral on the one that runs.' },
  },
  'course-referral': {
    title: { nb: 'Henvisning til kurs, attest, øyeblikkelig hjelp eller internt for samme tilstand: gir ingen vurderingsfrist', en: 'Referral to a course, for a certificate, for emergency care or within the hospital for the same condition: it starts no assessment frist' },
    remedy: { nb: 'Ingenting, hvis henvisningstypen stemmer. Ellers: rett typen på henvisningen.', en: 'Nothing, if the type is right. Otherwise correct the type of the referral.' },
    byDesign: true,
  },
  'start-before-referral': {
    title: { nb: 'Helsehjelpen, eller det som møter fristen, er datert før henvisningen', en: 'Care, or whatever meets the frist, is dated before the referral' },
    remedy: { nb: 'Rett mottattdatoen eller datoen for oppstart.', en: 'Correct the day of receipt or the day of start.' },
  },
  'no-assessment-date': {
    title: { nb: 'Ventetiden er slutt, men henvisningen er ikke registrert som vurdert', en: 'The wait has ended, but no assessment of the referral is registered' },
    remedy: { nb: 'Registrer når henvisningen ble vurdert, og utfallet.', en: 'Register when the referral was assessed, and the outcome.' },
  },
  'no-end-code': {
    title: { nb: 'Forløpet er avsluttet uten at ventetiden er avsluttet med kode', en: 'The pathway was closed and the wait never ended with a code' },
    remedy: { nb: 'Registrer ventetidens sluttdato og sluttkode (8445).', en: 'Register the day and the code (8445) with which the wait ended.' },
  },
  'ended-on-assessment-day': {
    title: { nb: 'Ventetiden er avsluttet samme dag som henvisningen ble vurdert', en: 'The wait ended on the day the referral was assessed' },
    remedy: { nb: 'Kontroller sluttdatoen. Stemmer den, er posten riktig, men regnes ikke med.', en: 'Check the day. If it is right the record is right, and is left out.' },
  },
  'ended-at-once': {
    title: { nb: 'Ventetid på 0–1 dag', en: 'A wait of 0–1 day' },
    remedy: { nb: 'Kontroller datoene. Stemmer de, er posten riktig, men regnes ikke med.', en: 'Check the dates. If they are right the record is right, and is left out.' },
    byDesign: true,
  },
  'over-ten-years': {
    title: { nb: 'Ventetid på mer enn ti år', en: 'A wait of more than ten years' },
    remedy: { nb: 'Kontroller ansiennitetsdatoen, og avslutt ventetiden hvis pasienten ikke lenger venter.', en: 'Check the date from which the patient has waited, and end the wait if the patient no longer waits.' },
  },
};

/** Rules that Norwegian law and statistics give every referral, by their permanent ids (DOMAIN §3). */
export const qualityClocks = { assessment: 'FRIST-VURDERING', withoutAssessment: 'HENVISNING-BEHANDLET', wait: 'VENTETID' } as const;
/** How a clock ended where the waiting time is someone else's to count (8445: 3, 4, 5). */
export const endedElsewhere: readonly string[] = ['overfort', 'pasienten-valgte-annet-sykehus', 'helfo'];
/** More calendar days than ten years have. */
export const TEN_YEARS = 3652;

/** A pathway as its quality is judged. */
export interface QualityPathway {
  readonly clocks: readonly ClockRow[];
  readonly findings: readonly Pick<Finding, 'code' | 'rule'>[];
  /** The patient has an earlier pathway of the same definition that had not ended when this one began. */
  readonly duplicate: boolean;
}

/** What distorts each clock of a pathway on a day, by the clock's key; the first of `defects` that holds. */
export function defectsOf(pathway: QualityPathway, asOf: OsloDate): ReadonlyMap<string, Defect> {
  const found = new Map<string, Defect>();
  for (const row of pathway.clocks) {
    const outcome = outcomeOf(row, asOf);
    const defect = outcome === null ? null : defectOf(row, outcome, pathway, asOf);
    if (defect !== null) found.set(row.key, defect);
  }
  return found;
}

function defectOf(row: ClockRow, outcome: Outcome, pathway: QualityPathway, asOf: OsloDate): Defect | null {
  if (pathway.duplicate) return 'duplicate';
  const isWait = row.clock === qualityClocks.wait;
  if (isWait && started(pathway, qualityClocks.withoutAssessment) && !started(pathway, qualityClocks.assessment)) return 'course-referral';
  if (pathway.findings.some(({ code, rule }) => code === 'met-before-start' && rule === row.clock)) return 'start-before-referral';
  if ((isWait || row.clock === qualityClocks.assessment) && waitOverUnassessed(pathway, asOf)) return 'no-assessment-date';
  if (!isWait) return null;
  if (outcome.reason === 'pathway-closed') return 'no-end-code';
  if (outcome.end === 'met' && assessedOn(pathway, row.metOn!) && !wentElsewhere(pathway, row.metOn!)) return 'ended-on-assessment-day';
  if (outcome.end === 'met' && outcome.days <= 1) return 'ended-at-once';
  return outcome.days > TEN_YEARS ? 'over-ten-years' : null;
}

const started = ({ clocks }: QualityPathway, clock: string): boolean => clocks.some((row) => row.clock === clock);

const waitOverUnassessed = ({ clocks }: QualityPathway, asOf: OsloDate): boolean =>
  clocks.some(({ clock, metOn }) => clock === qualityClocks.wait && metOn !== null && metOn <= asOf)
  && clocks.some(({ clock, metOn, endedOn }) => clock === qualityClocks.assessment && (metOn === null || metOn > asOf) && (endedOn === null || endedOn > asOf));

const assessedOn = ({ clocks }: QualityPathway, day: OsloDate): boolean => clocks.some(({ clock, metOn }) => clock === qualityClocks.assessment && metOn === day);

const wentElsewhere = ({ clocks }: QualityPathway, day: OsloDate): boolean =>
  clocks.some(({ endedOn, endedAs }) => endedOn === day && endedAs !== null && endedElsewhere.includes(endedAs));
