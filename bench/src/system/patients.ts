import { addDays, osloDate, osloDateOf, type OsloDate } from '@forlop/calendar';
import { syntheticFodselsnummer, systems, type Referral } from '@forlop/contracts';
import type { ApiClient } from './api-client.js';

/** The synthetic series has some two hundred numbers for a date and sex; fewer are surely there. */
const numbersPerDate = 100;

export const today = (): OsloDate => osloDateOf(Date.now());

/** The n-th invented adult's referral, received on a day. */
export function syntheticReferral(n: number, mottattdato: OsloDate = addDays(today(), -3)): Referral {
  const birthDate = addDays(osloDate('1975-01-01'), Math.floor(n / numbersPerDate));
  return {
    source: { kind: 'api', system: 'urn:forlop:bench', id: `B-${n}` },
    patient: {
      identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate, serial: n % numbersPerDate, sex: 'kvinne' }) },
      birthDate,
      name: { given: 'Prøve', family: `Pasient${n}` },
    },
    mottattdato,
    reasonCodes: [{ system: systems.icpc2, code: 'A04' }],
    grounds: 'usikker-diagnose',
    functionLossPercent: 60,
    severity: 'moderat',
    testsDone: ['anti-ccp', 'acth', 'pro-bnp'],
    text: 'Økende utmattelse etter infeksjon. Oppdiktet pasient.',
    definition: 'langvarig-utmattelse',
  };
}

const atOnce = 4;

/** Refers so many patients through the API, the first being the `from`-th. @returns their pathways' ids. */
export async function referThroughApi(api: ApiClient, from: number, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = from; n < from + count; n += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, from + count - n) }, (_, i) => api.expectPost('/api/v1/referrals', syntheticReferral(n + i)));
    for (const { body } of await Promise.all(batch)) ids.push((JSON.parse(body) as { pathwayId: string }).pathwayId);
  }
  return ids;
}
