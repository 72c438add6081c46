import { workingDaysBetween } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { evaluate, type ClockStatus, type Evaluation } from '@forlop/pathway';
import { loadPathway, inputOf, type LoadedPathway } from '../reads/load.js';
import type { WorklistQuery, WorklistRow } from '../types/reading.js';
import type { ReferralInbox, ReferralWaiting } from '../types/daily-work.js';
import { worklist } from '../worklist/worklist.js';

/** The clock and the events as `libs/definitions` calls them (`felles-henvisning`). */
const assessment = 'FRIST-VURDERING';
const [received, supplemented, asked] = ['henvisningMottatt', 'henvisningSupplert', 'supplementEtterspurt'];
/** Not assessed: whoever is past the frist is as much in the inbox as those who came today. */
const waiting: readonly ClockStatus[] = ['not-started', 'running', 'warned', 'at-risk', 'broken', 'passed-by-patient'];
/** Each row is evaluated, so a page is a screen and not a file. */
const mostRows = 100;

/** Referrals that nobody has assessed: the work list of that one clock, each with what an assessment needs to know. */
export async function referralInbox(context: LedgerContext, { organisationIds, limit = 50, ...query }: Omit<WorklistQuery, 'filter'> & { readonly organisationIds?: readonly string[] } = {}): Promise<ReferralInbox> {
  const page = await worklist(context, {
    ...query, limit: Math.min(limit, mostRows), filter: { clock: assessment, clockStatus: waiting, ...(organisationIds && { organisationIds }) },
  });
  return { ...page, rows: await Promise.all(page.rows.map((row) => waitingRow(context, row, page.asOf))) };
}

async function waitingRow(context: LedgerContext, row: WorklistRow, asOf: ReferralInbox['asOf']): Promise<ReferralWaiting> {
  const loaded = await loadPathway(context, row.pathwayId);
  const evaluation = evaluate(inputOf(context, loaded, { asOf }));
  const { key, dueOn, status } = row.clock!;
  const { id, version } = evaluation.regime.calendar;
  const workingDaysLeft = dueOn === null ? null : workingDaysBetween(context.rules.calendar(id, version), asOf, dueOn);
  return {
    ...row,
    referral: {
      priority: evaluation.attributes['hastegrad'] === undefined ? null : String(evaluation.attributes['hastegrad']),
      frist: { key, dueOn, status, workingDaysLeft },
      missing: missingOf(context, evaluation),
      ...documentsOf(loaded),
    },
  };
}

function missingOf(context: LedgerContext, { requirements, regime }: Evaluation): ReferralWaiting['referral']['missing'] {
  const { source } = context.rules.definition(regime.definition.id, regime.definition.version);
  return requirements.flatMap(({ id, missing }) => {
    const spec = source.requirements.find((one) => one.id === id);
    // What is required of meetings and letters later on says nothing of the referral.
    const isOfReferral = spec !== undefined && spec.gather.every(({ event }) => event === received || event === supplemented);
    return isOfReferral && missing.length > 0 ? [{ requirement: id, title: spec.title.nb, anyOf: missing }] : [];
  });
}

/** What came, and whether more was asked for that has not. */
function documentsOf({ events }: LoadedPathway): Pick<ReferralWaiting['referral'], 'supplementAskedOn' | 'hasOriginal' | 'documents'> {
  const retracted = new Set(events.flatMap(({ retracts }) => retracts ?? []));
  const standing = events.filter(({ id, corrects, retracts }) => retracts === undefined && !retracted.has(corrects ?? id));
  const came = standing.filter(({ type }) => type === received || type === supplemented);
  const question = standing.findLast(({ type }) => type === asked);
  const answered = question !== undefined && came.some(({ type, position }) => type === supplemented && position > question.position);
  return {
    supplementAskedOn: question === undefined || answered ? null : question.occurredOn,
    hasOriginal: came.some(({ hasText }) => hasText),
    documents: came.length,
  };
}
