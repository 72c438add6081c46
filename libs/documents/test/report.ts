import { osloDate } from '@forlop/calendar';
import { reportOf, Tree, type ComplianceQuery, type OutcomeKind, type Report, type TallyRow } from '@forlop/compliance';
import type { ReportFile } from '../src/index.js';

const query: ComplianceQuery = { from: osloDate('2026-01-01'), to: osloDate('2026-12-31'), asOf: osloDate('2026-12-31'), knownAt: null, cohort: 'started', organisation: null, definition: null, clocks: null, splitBy: [] };

/** Units of one hospital, each with frister over some months. One of them has a name that a spreadsheet would take for a formula. */
export function sampleReport(units = 3, withDetail = true): ReportFile & { readonly report: Report } {
  const ids = Array.from({ length: units }, (_, at) => `unit-${at}`);
  const tree = new Tree([{ id: 'hospital', parentId: null, kind: 'hospital' }, ...ids.map((id) => ({ id, parentId: 'hospital', kind: 'unit' }))]);
  const outcomes: [OutcomeKind, number][] = [['met', 40], ['met-late', 6], ['broken', 4], ['running', 3]];
  const tallies = ids.flatMap((organisation, nth) => ['2026-01', '2026-02', '2026-03', '2026-04'].flatMap((period) => outcomes.map(([outcome, n], at): TallyRow => ({
    cell: { organisation, definition: 'langvarig-utmattelse', clock: 'FRIST-VURDERING', version: '1.0.0', variant: 'voksen', step: 'vurdert', period },
    outcome, reason: null, cause: outcome === 'broken' ? 'capacity' : null, end: outcome === 'running' ? 'open' : 'met', days: 8 + at * 5 + nth, defect: outcome === 'met-late' ? 'no-assessment-date' : null, n: n + nth,
  } as TallyRow))));
  const report = reportOf(tallies, { query, tree, withDetail, stamp: { kernel: '1.0.0', calendars: [{ id: 'norge', version: '1.0.0' }], ledger: { position: 1042, root: null, since: '5d1f' } } });
  const names = new Map([['hospital', 'Finnmárkku buohcciviessu, Hámmerfeastta ossodat'], ['unit-0', '=HYPERLINK("http://eksempel.no")'], ['unit-1', 'Avdeling <Øst> & «Vest»'], ...ids.slice(2).map((id, at): [string, string] => [id, `Enhet ${at + 3}`])]);
  return { report, sha256: 'a'.repeat(64), names };
}
