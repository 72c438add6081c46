import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, osloDate } from '@forlop/calendar';
import { ocelOf, xesOf, type LoggedFact, type LoggedPathway } from '@forlop/compliance';

/** Made by `npm run test:process-mining`: PM4Py is a tool of its own, never a dependency. */
const python = join(import.meta.dirname, '..', '..', '.forlop', 'process-mining', 'bin', 'python');
const isThere = existsSync(python);
if (!isThere) console.warn('PM4Py er ikke installert, så hendelsesloggen er ikke åpnet med det. Kjør «npm run test:process-mining».');

const asOf = osloDate('2026-12-31');

/** Pathways that are assessed in time, late or never; every third had its referral's date corrected. */
function pathway(nth: number): LoggedPathway {
  const received = addDays(osloDate('2026-01-05'), nth);
  const dueOn = addDays(received, 14);
  const metOn = nth % 5 === 0 ? null : addDays(received, nth % 4 === 0 ? 20 : 7);
  const fact = (id: string, type: string, occurredOn = received, superseded: LoggedFact['superseded'] = null): LoggedFact => ({ id: `${nth}-${id}`, type, kind: 'fact', occurredOn, organisation: `enhet-${nth % 3}`, superseded });
  return {
    pseudonym: `forlop-${nth}`, organisation: `enhet-${nth % 3}`, definition: 'langvarig-utmattelse', version: '1.0.0', variant: nth % 2 === 0 ? 'voksen' : null,
    facts: [
      ...(nth % 3 === 0 ? [fact('a', 'henvisningMottatt', received, 'corrected')] : []), fact('b', 'henvisningMottatt'),
      ...(metOn === null ? [] : [fact('c', 'vurdert', metOn), fact('d', 'tilbakeforingsmoteHoldt', addDays(metOn, 60))]),
    ],
    clocks: [{
      clock: 'FRIST-VURDERING', occurrence: 1, key: 'FRIST-VURDERING#1', kind: 'legal', ruleStatus: 'in-force', owner: 'sykehus', startOn: received, warnOn: null, atRiskFrom: null, dueOn, metOn, endedOn: null,
      endedAs: null, passedByPatient: false, lapses: false, bookedOn: null, foreseenOn: null, delayCause: null, version: '1.0.0', facts: { start: 'b' },
    } as LoggedPathway['clocks'][number]],
  };
}

async function* pathways(): AsyncGenerator<LoggedPathway, void, void> {
  for (let nth = 0; nth < 60; nth += 1) yield pathway(nth);
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

(isThere ? test : test.skip)('PM4Py opens both files, discovers a model, and the log conforms to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forlop-pm-'));
  const [xes, ocel] = [join(folder, 'logg.xes'), join(folder, 'logg.jsonocel')];
  writeFileSync(xes, await whole(xesOf(pathways(), asOf)));
  writeFileSync(ocel, await whole(ocelOf(pathways(), asOf)));
  const said = execFileSync(python, [join(import.meta.dirname, 'check.py'), xes, ocel], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const found = JSON.parse(said.trim().split('\n').at(-1)!) as { events: number; standing: number; transitions: number };
  // 60 referrals, 20 of them corrected; 48 assessed and met with; 12 broken and 12 of the assessed late, which is two events each.
  expect(found).toMatchObject({ cases: 60, fitness: 1, objectTypes: ['clock', 'meeting', 'organisation', 'pathway', 'referral'] });
  expect(found.events - found.standing).toBe(20);
  expect(found.transitions).toBeGreaterThan(4);
  expect(found).toHaveProperty('ocelEvents', found.events);
  rmSync(folder, { recursive: true });
});
