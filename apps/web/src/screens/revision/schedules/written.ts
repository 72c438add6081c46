import type { Schedule, ScheduleInput } from './queries.js';

export const cadences = ['weekly', 'monthly', 'quarterly', 'yearly'] as const;
export type Cadence = ScheduleInput['cadence'];
export type Period = ScheduleInput['period'];
export const formats = ['pdf', 'xlsx', 'csv', 'json'] as const;
export const languages = ['nb', 'nn', 'en'] as const;

/** Which periods fit, the usual one first; the API refuses others. */
export const periodsOf: Readonly<Record<Cadence, readonly Period[]>> = {
  weekly: ['last-week', 'year-to-date'], monthly: ['last-month', 'year-to-date'], quarterly: ['last-quarter', 'year-to-date'], yearly: ['last-year'],
};

/** What is typed and chosen in the form. */
export interface Written {
  readonly title: string;
  readonly organisationId: string;
  /** `<definition> <clock>`, a definition, or empty: all. */
  readonly clock: string;
  readonly byVariant: boolean;
  readonly cadence: Cadence;
  readonly weekday: number;
  readonly period: Period;
  readonly formats: readonly ScheduleInput['formats'][number][];
  readonly language: ScheduleInput['language'];
  readonly ownerEmail: string;
  /** Addresses by person. */
  readonly receivers: Readonly<Record<string, string>>;
  /** What the form does not ask for stays as it was. */
  readonly cohort: ScheduleInput['cohort'];
}

export const newSchedule = (title: string, organisationId: string): Written => ({
  title, organisationId, clock: '', byVariant: false, cadence: 'monthly', weekday: 1, period: 'last-month', formats: ['pdf', 'xlsx'], language: 'nb', ownerEmail: '', receivers: {}, cohort: 'started',
});

/** As it stands, for changing. `mine`: whether whoever changes it owns it: another's address is not theirs. */
export const writtenOf = (schedule: Schedule, mine: boolean): Written => ({
  title: schedule.title, organisationId: schedule.organisationId, clock: [schedule.definition, ...(schedule.clocks ?? []).slice(0, 1)].filter((one) => one !== null).join(' '), byVariant: schedule.splitBy.includes('variant'),
  cadence: schedule.cadence, weekday: schedule.weekday ?? 1, period: schedule.period, formats: schedule.formats, language: schedule.language, ownerEmail: mine ? schedule.ownerEmail : '',
  receivers: Object.fromEntries(schedule.receivers.map(({ id, email }) => [id, email])), cohort: schedule.cohort,
});

/** With another cadence comes a period that fits it. */
export const withCadence = (written: Written, cadence: Cadence): Written => ({ ...written, cadence, period: periodsOf[cadence].includes(written.period) ? written.period : periodsOf[cadence][0]! });

export const timingOf = ({ cadence, weekday, period }: Written) => ({ cadence, period, ...(cadence === 'weekly' && { weekday }) });

export function inputOf(written: Written): ScheduleInput {
  const [definition, clock] = written.clock.split(' ');
  return {
    title: written.title.trim(), organisationId: written.organisationId, definition: definition === '' || definition === undefined ? null : definition, clocks: clock === undefined ? null : [clock],
    cohort: written.cohort, splitBy: written.byVariant ? ['variant'] : [], cadence: written.cadence, weekday: written.cadence === 'weekly' ? written.weekday : null, period: written.period,
    formats: [...written.formats], language: written.language, ownerEmail: written.ownerEmail.trim(), receivers: Object.entries(written.receivers).map(([id, email]) => ({ id, email: email.trim() })),
  };
}

export type Lacking = 'title' | 'organisation' | 'formats' | 'ownerEmail' | 'receivers';
const isAddress = (text: string): boolean => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text.trim());

/** What is missing, in the form's order. */
export function lackingIn({ title, organisationId, formats: chosen, ownerEmail, receivers }: Written): readonly Lacking[] {
  const missing: readonly (readonly [Lacking, boolean])[] = [
    ['title', title.trim() === ''], ['organisation', organisationId === ''], ['formats', chosen.length === 0], ['ownerEmail', !isAddress(ownerEmail)], ['receivers', Object.values(receivers).some((email) => !isAddress(email))],
  ];
  return missing.filter(([, is]) => is).map(([what]) => what);
}
