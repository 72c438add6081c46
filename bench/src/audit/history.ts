import { addDays, daysBetween, osloDate, type OsloDate } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import type { ImportedFact, ImportedPathway } from '@forlop/ledger';
import type { Department } from './organisations.js';
import { personNumberOf } from './person-numbers.js';
import { Draws } from './random.js';

/** The years that referrals come in. */
const from = osloDate('2021-01-04');
const to = osloDate('2026-06-30');
export const definition = { id: 'langvarig-utmattelse', version: '1.0.0' } as const;
export const system = 'urn:forlop:bench';

/** What a history is made for. */
export interface HistoryMaking {
  readonly seed: number;
  readonly departments: readonly Department[];
  /** Facts after this day are left out: they have not happened. */
  readonly today: OsloDate;
}

/**
 * The history of the n-th referral: always the same for a seed. Waits are about as long as waits are, with departments that are slower than
 * others, patients who ask to wait, care that begins too late, and some who are turned away, die or are still waiting. Some ten events on average.
 */
export function historyOf(nth: number, making: HistoryMaking): ImportedPathway {
  const draws = new Draws(making.seed, nth);
  const department = departmentOf(making.departments, draws);
  const receivedOn = addDays(from, draws.between(0, daysBetween(from, to < making.today ? to : making.today)));
  const facts = told(draws, receivedOn, department.slowness).filter(({ occurredOn }) => occurredOn <= making.today);
  return {
    source: { system, id: `${making.seed}-${nth}` }, definition, organisationId: department.id, receivedOn,
    patient: { identifier: { system: systems.fodselsnummer, value: personNumberOf(nth) } },
    facts,
  };
}

function departmentOf(departments: readonly Department[], draws: Draws): Department {
  let left = draws.next() * departments.reduce((sum, { weight }) => sum + weight, 0);
  return departments.find(({ weight }) => (left -= weight) < 0) ?? departments[0]!;
}

function told(draws: Draws, receivedOn: OsloDate, slowness: number): ImportedFact[] {
  const facts: ImportedFact[] = [];
  const put = (type: string, occurredOn: OsloDate, data: ImportedFact['data'] = {}): void => void facts.push({ key: `${type}|${facts.length}`, type, occurredOn, data });
  put('henvisningMottatt', receivedOn, { hastegrad: draws.chance(0.15) ? 'urgent' : 'routine', henvisningstype: 'ny' });
  // No assessment was registered: the records that an audit must find.
  if (draws.chance(0.01)) return facts;
  const assessedOn = addDays(receivedOn, draws.delay(7 * slowness));
  if (draws.chance(0.17)) {
    put('vurdert', assessedOn, { utfall: 'avslag', svarkode: '4' });
    put('svarSendt', addDays(assessedOn, draws.between(0, 4)), { til: 'pasient' });
    return facts;
  }
  const due = addDays(receivedOn, draws.pick([56, 84, 84, 91, 120]));
  put('vurdert', assessedOn, { utfall: 'rett', svarkode: '2' });
  put('fristSatt', assessedOn, { dato: due, arsak: 'forste' });
  put('svarSendt', addDays(assessedOn, draws.between(0, 5)), { til: 'pasient' });
  put('svarSendt', addDays(assessedOn, draws.between(0, 9)), { til: 'henviser' });
  beginCare(draws, put, assessedOn, due, slowness);
  return facts;
}

type Put = (type: string, occurredOn: OsloDate, data?: ImportedFact['data']) => void;

function beginCare(draws: Draws, put: Put, assessedOn: OsloDate, due: OsloDate, slowness: number): void {
  const wait = Math.max(3, draws.delay(Math.max(10, daysBetween(assessedOn, due)) * 0.8 * slowness));
  let start = addDays(assessedOn, wait);
  const offeredOn = addDays(assessedOn, Math.min(wait, draws.between(3, 30)));
  put('timeTilbudt', offeredOn, { tid: start, timeId: 't1', gjelder: 'oppstart' });
  if (draws.chance(0.18)) {
    const later = addDays(start, draws.between(7, 45));
    put('utsatt', addDays(start, -draws.between(0, Math.min(5, daysBetween(offeredOn, start)))), { kode: draws.pick(['1', '1', '22', '21', '3', '4']), nyDato: later, timeId: 't1', gjelder: 'oppstart' });
    start = later;
  }
  // Withdrew while she waited.
  if (draws.chance(0.04)) return put('ventetidSluttet', start, { kode: draws.pick(['2', '4', '9']) });
  put('helsehjelpStartet', start, { kontakttype: '1' });
  // Care began and nobody registered that the wait had ended.
  if (!draws.chance(0.03)) put('ventetidSluttet', start, { kode: '1' });
  follow(draws, put, start);
}

function follow(draws: Draws, put: Put, start: OsloDate): void {
  let day = start;
  for (const profesjon of ['lege', 'psykolog'] as const) {
    put('utredningsbidrag', day, { profesjon });
    day = addDays(day, draws.delay(18));
  }
  put('utredningAvsluttet', day, { konklusjon: draws.chance(0.6) ? 'cfs-me' : 'annen-utmattelse' });
  put('epikriseSendt', addDays(day, draws.between(0, 14)), { til: ['fastlege', 'henviser'] });
  for (let n = draws.between(0, 3); n > 0; n -= 1) {
    day = addDays(day, draws.delay(120));
    put('kontaktRegistrert', day, { rolle: 'fastlege', kontakttype: '3' });
  }
  if (draws.chance(0.35)) put('forlopAvsluttet', addDays(day, draws.delay(90)), { utfall: 'oppfolging-fullfort' });
}
