import type { Identity } from '@forlop/access';
import { demoUser } from '@forlop/identity';
import { accessOf, type Actor, type Ledger, type ReportScheduleInput } from '@forlop/ledger';
import type { OpenLedger } from '../ledger-access.js';

const email = 'revisor@lyngfjell.example';

/**
 * A report that the demo's auditor has set up, and one that it has made, by the same calls as the API and the worker: nothing in it is invented. Left out where the
 * demo's people have no roles, and where there is one already.
 * @param issuer of the demo's log-in: with the person's name there it is who owns the report.
 */
export async function loadReport({ ledger, eyes }: Pick<OpenLedger, 'ledger' | 'eyes'>, issuer: string): Promise<void> {
  const { key, name, personNumber, organisation } = demoUser('revisor');
  const identity: Identity = { kind: 'person', issuer, subject: key, personNumber, name, hprNumber: null, organisation, scopes: [], clientId: 'forlop demo' };
  const auditor = await ledger.principalOf(identity);
  const [organisationId] = auditor.organisationIds.filter((id) => id === auditor.unitId);
  if (!auditor.roles.includes('auditor') || organisationId === undefined) return;
  const api = await eyes();
  const seen: Ledger = api.as(accessOf(auditor, 'pseudonymous'));
  if ((await seen.reportSchedules()).length > 0) return;
  const actor: Actor = { kind: 'person', id: auditor.id };
  const input: ReportScheduleInput = {
    title: 'Frister i regionen, hver måned', organisationId, definition: null, clocks: null, cohort: 'started', splitBy: [], cadence: 'monthly', weekday: null, period: 'last-month',
    formats: ['pdf', 'xlsx', 'csv', 'json'], language: 'nb', ownerEmail: email, receivers: [],
  };
  const { id } = await seen.saveReportSchedule(null, input, actor);
  // Only whoever is known to the ledger can be told, and the owner is known from now on.
  await seen.saveReportSchedule(id, { ...input, receivers: [{ id: auditor.id, email }] }, actor);
  await seen.requestReport(id, actor);
  for (const planned of await ledger.planReports(id)) await ledger.makeReport(planned, api);
}
