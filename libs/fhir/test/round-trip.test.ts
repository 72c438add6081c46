import { expect, test } from '@jest/globals';
import { addDays, osloDate } from '@forlop/calendar';
import { referralSchema, syntheticFodselsnummer, syntheticOrganisasjonsnummer, systems, type Referral } from '@forlop/contracts';
import fc from 'fast-check';
import { REFERRAL_PROFILE, toReferralBundle, toServiceRequest } from '../src/index.js';
import { accepted, options } from './support.js';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const words = fc.array(fc.stringMatching(/^[A-Za-zÆØÅæøåéÉ-]{1,12}$/), { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
const line = fc.stringMatching(/^[A-Za-zæøåÆØÅ0-9.,!?«» ]{0,40}[A-Za-zæøå]$/).map((text) => text.trim());
const days = fc.integer({ min: 0, max: 400 });
const sexes = fc.constantFrom('kvinne' as const, 'mann' as const);
const birthDates = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays(osloDate('1940-01-01'), n));

/** Without the fields that are undefined, as a referral that was read is. */
const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const organisation = fc
  .record({ kind: fc.constantFrom('orgnr', 'resh', 'her', 'none'), n: fc.nat(500), name: words })
  .map(({ kind, n, name }) => ({
    ...(kind === 'orgnr' && { system: systems.organisasjonsnummer, value: syntheticOrganisasjonsnummer(n) }),
    ...(kind === 'resh' && { system: systems.reshId, value: String(4_200_000 + n) }),
    ...(kind === 'her' && { system: systems.herId, value: String(8_000_000 + n) }),
    name,
  }));

/** A patient with a fødselsnummer, as the profile carries it: the birth date follows from the number. */
const numbered = fc.record({ birthDate: birthDates, serial: fc.nat(30), sex: sexes }).map(({ birthDate, serial, sex }) => ({
  identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate, serial, sex }) },
  birthDate,
}));

/** What every referral has, dated after the births above and before the day of reading. */
const common = fc.record({
  source: fc.record({ kind: fc.constant('fhir' as const), system: fc.constantFrom('http://helsenorge.no/fhir/identifiers/uuid', 'urn:oid:1.2.3'), id: fc.uuid() }),
  mottattdato: days.map((n) => addDays(osloDate('2025-02-01'), n)),
  ansiennitetsdato: optional(days.map((n) => addDays(osloDate('2023-02-01'), n))),
  fristForVurdering: optional(days.map((n) => addDays(osloDate('2025-02-01'), n))),
  fristForHelsehjelp: optional(days.map((n) => addDays(osloDate('2026-02-01'), n))),
  vurdertDato: optional(days.map((n) => addDays(osloDate('2025-02-01'), n))),
  priority: fc.constantFrom('routine' as const, 'urgent' as const, 'stat' as const),
  reasonCodes: fc.uniqueArray(fc.record({ system: fc.constantFrom(systems.icpc2, systems.icd10), code: fc.stringMatching(/^[A-Z][0-9]{2}$/), display: optional(line) }), {
    maxLength: 4,
    selector: ({ system, code }) => system + code,
  }),
  text: optional(line),
  definition: optional(fc.constantFrom('langvarig-utmattelse', 'langvarig-smerte')),
  receiver: optional(organisation),
});

/** What the profile has no place for. */
const beside = { grounds: 'usikker-diagnose', functionLossPercent: 60, severity: 'moderat', testsDone: ['anti-ccp'] } satisfies Partial<Referral>;

test('read(toServiceRequest(r)) is r, for what the profile carries', () => {
  const practitioner = fc.record({ hpr: fc.constant('9144889'), name: optional(words) });
  fc.assert(
    fc.property(common, numbered, optional(practitioner), (rest, patient, referrer) => {
      const referral = clean({ ...rest, patient, referrer }) as Referral;
      const request = toServiceRequest({ ...referral, ...beside });
      expect(accepted(clean(request))).toEqual({ referral, path: 'ServiceRequest', issues: [] });
    }),
  );
});

test('read(toReferralBundle(r)) is r, with patient and referrer in full', () => {
  const demographics = fc.record({
    name: optional(fc.record({ given: words, family: fc.stringMatching(/^[A-Za-zæøå]{1,12}$/) })),
    sex: optional(fc.constantFrom('kvinne', 'mann', 'annet', 'ukjent')),
    address: optional(fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 2 }), postalCode: fc.constant('0155'), city: words })),
    phone: optional(fc.constant('+47 99 99 99 99')),
    protection: optional(fc.constantFrom('fortrolig', 'strengtFortrolig')),
  });
  const referrers = fc.record({ hpr: optional(fc.constant('9144889')), name: optional(words), organisation: optional(organisation) }).filter(({ hpr, name, organisation: at }) => Boolean(hpr ?? name ?? at));
  const numberless = fc.record({ birthDate: birthDates });
  fc.assert(
    fc.property(common, fc.oneof(numbered, numberless), demographics, optional(referrers), (rest, patient, about, referrer) => {
      const referral = clean({ ...rest, patient: { ...patient, ...about }, referrer }) as Referral;
      expect(referralSchema.safeParse(referral).success).toBe(true);
      expect(accepted(clean(toReferralBundle(referral))).referral).toEqual(referral);
    }),
  );
});

const minimal = { source: { kind: 'fhir', system: 'urn:x', id: '1' }, patient: { birthDate: '2010-04-15' }, mottattdato: '2026-03-20', reasonCodes: [] };

test('it writes what the profile asks for', () => {
  const request = toServiceRequest(referralSchema.parse({ ...minimal, patient: { identifier: { system: systems.dNummer, value: '57912075186' } }, priority: 'asap' }));
  expect(request).toEqual({
    resourceType: 'ServiceRequest',
    meta: { profile: [REFERRAL_PROFILE] },
    identifier: [{ system: 'urn:x', value: '1' }],
    extension: [{ url: 'http://helsenorge.no/fhir/StructureDefinition/no-mottatt-dato', valueDateTime: '2026-03-20' }],
    status: 'active',
    intent: 'order',
    priority: 'urgent',
    subject: { type: 'Patient', identifier: { system: systems.dNummer, value: '57912075186' } },
  });
});

test('a patient without a number is contained', () => {
  const request = toServiceRequest(referralSchema.parse({ ...minimal, patient: { birthDate: '2010-04-15', name: { given: '', family: 'Testesen' }, protection: 'fortrolig' } }));
  expect(accepted(clean(request), options).referral.patient).toEqual({ birthDate: '2010-04-15', name: { given: '', family: 'Testesen' } });
});
