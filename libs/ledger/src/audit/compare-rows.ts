import type { OsloDate } from '@forlop/calendar';
import { canonicalJson, evaluate, EVERYTHING_KNOWN } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { storedEvent } from '../core/open-pathway.js';
import { receivedOnBy } from '../core/received-on.js';
import { readRows, type KeyedRow } from '../core/read-rows.js';
import type { Difference } from '../types/reading.js';
import type { AuditedPathway } from './audited.js';

/** Compares the read tables with what the events say as of the day that they were written for. */
export function compareRows(context: LedgerContext, pathway: AuditedPathway): Difference[] {
  const { id, state } = pathway;
  if (state === null) return [{ pathwayId: id, what: 'pathway_state', at: null, sentence: 'Forløpet mangler i lesetabellene.' }];
  const events = pathway.events.map(({ hash: _, prevHash: __, sealed: ___, sealedFor: ____, ...raw }) => storedEvent(raw));
  const evaluation = evaluate({ rules: context.rules, birthDate: pathway.birthDate, events, asOf: state['as_of'] as OsloDate, knownAt: EVERYTHING_KNOWN });
  const definition = context.rules.definition(evaluation.regime.definition.id, evaluation.regime.definition.version);
  const receivedOn = receivedOnBy(events, evaluation.asOf) ?? pathway.receivedOn;
  const expected = readRows(evaluation, events, { definition, organisationId: pathway.organisationId, mode: pathway.mode, receivedOn, quarantined: pathway.quarantined });
  const expectedState = { ...expected.state, position: pathway.headPosition };
  return [
    ...(same(expectedState, state) ? [] : [{ pathwayId: id, what: 'pathway_state' as const, at: null, sentence: `Tilstanden er ikke som hendelsene sier: ${differing(expectedState, state).join(', ')}.` }]),
    ...compareTable(id, 'clock_row', expected.clocks, pathway.clocks),
    ...compareTable(id, 'obligation_row', expected.obligations, pathway.obligations),
    ...compareTable(id, 'finding_row', expected.findings, pathway.findings),
    ...compareTable(id, 'pathway_access', expected.access, pathway.access),
    ...(pathway.organisationId === expected.state.organisation_id ? [] : [{ pathwayId: id, what: 'head' as const, at: null, sentence: 'Forløpet står under en annen virksomhet enn hendelsene sier.' }]),
    ...(pathway.receivedOn === receivedOn ? [] : [{ pathwayId: id, what: 'head' as const, at: null, sentence: 'Forløpet står med en annen mottattdato enn hendelsene sier.' }]),
  ];
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

function differing(expected: Readonly<Record<string, unknown>>, actual: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].filter((column) => !same(expected[column] ?? null, actual[column] ?? null)).sort();
}

function compareTable(pathwayId: string, what: Difference['what'], expected: readonly KeyedRow[], actual: readonly KeyedRow[]): Difference[] {
  const rows = new Map(actual.map((row) => [row.key, row]));
  const found: Difference[] = [];
  for (const row of expected) {
    const stored = rows.get(row.key);
    rows.delete(row.key);
    if (stored === undefined) found.push({ pathwayId, what, at: row.key, sentence: `Raden ${row.key} mangler i ${what}.` });
    else if (!same(row, stored)) found.push({ pathwayId, what, at: row.key, sentence: `Raden ${row.key} i ${what} er ikke som hendelsene sier: ${differing(row, stored).join(', ')}.` });
  }
  for (const key of rows.keys()) found.push({ pathwayId, what, at: key, sentence: `Raden ${key} i ${what} følger ikke av noen hendelse.` });
  return found;
}
