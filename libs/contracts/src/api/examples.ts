/**
 * Examples that the API's document shows, all of one invented patient. A test holds each of them against its schema.
 */
const pathwayId = '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11';
const patientId = '0198c0de-7777-7000-8000-000000000007';
const receivedEvent = '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12';
const assessedEvent = '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13';
const organisation = { id: '0198c0de-1111-7000-8000-000000000001', name: 'Utmarka sykehus' };
const definition = { id: 'langvarig-utmattelse', version: '2026.1' };
const calendar = { id: 'norge', version: '2026.1' };

export const referralExample = {
  source: { kind: 'api', system: 'urn:uuid:9a2f0e0c-6b4f-4e9a-8f2b-1f0d3c117f0a', id: 'H-2026-000123' },
  patient: {
    identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '15848800055' },
    birthDate: '1988-04-15',
    name: { given: 'Kari', family: 'Testesen' },
    sex: 'kvinne',
  },
  referrer: { hpr: '9144889', name: 'Lege Legesen' },
  mottattdato: '2026-03-20',
  priority: 'routine',
  reasonCodes: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7170', code: 'A04' }],
  grounds: 'usikker-diagnose',
  functionLossPercent: 60,
  severity: 'moderat',
  testsDone: ['anti-ccp', 'acth', 'pro-bnp'],
  text: 'Økende utmattelse etter infeksjon.',
  definition: 'langvarig-utmattelse',
};

export const intakeResultExample = { outcome: 'created', pathwayId, patientId, position: 1042, reasons: [] };

const previewedClock = { dueOn: '2026-06-12', status: 'running', bookedOn: '2026-06-10', metOn: null, delayCause: null, breachBy: null };
export const previewExample = {
  pathwayId,
  asOf: '2026-06-08',
  position: 1042,
  warnings: [],
  step: { before: { id: 'venter-pa-oppstart', title: 'Venter på oppstart' }, after: { id: 'venter-pa-oppstart', title: 'Venter på oppstart' } },
  clocks: [
    {
      key: 'FRIST-START#1', clock: 'FRIST-START', title: 'Start av helsehjelp', kind: 'legal',
      before: previewedClock, after: { ...previewedClock, bookedOn: '2026-06-24', delayCause: '22', breachBy: 'patient' },
    },
  ],
  opens: [],
  closes: [],
  nextSteps: [{ rule: 'FRIST-START', clockKey: 'FRIST-START#1', owner: 'koordinator', dueOn: '2026-06-12', status: 'running' }],
  noNextStep: false,
  findings: [],
};

export const recordedExample = { pathwayId, position: 1043, eventIds: [assessedEvent] };

export const clockRowExample = {
  clock: 'FRIST-VURDERING',
  occurrence: 1,
  key: 'FRIST-VURDERING#1',
  kind: 'legal',
  ruleStatus: 'in-force',
  owner: 'vurderer',
  startOn: '2026-03-20',
  warnOn: '2026-03-31',
  atRiskFrom: null,
  dueOn: '2026-04-08',
  metOn: '2026-03-27',
  endedOn: null,
  endedAs: null,
  passedByPatient: false,
  lapses: false,
  bookedOn: null,
  foreseenOn: null,
  delayCause: null,
  version: '2026.1',
  facts: { start: receivedEvent, met: assessedEvent },
};

export const explanationExample = {
  clockKey: 'FRIST-VURDERING#1',
  rule: { id: 'FRIST-VURDERING', title: 'Vurdering av henvisningen', status: 'in-force', kind: 'legal' },
  value: { value: 10, unit: 'virkedag' },
  sources: [{ source: 'pbrl', title: 'Lov om pasient- og brukerrettigheter', locator: '§ 2-2' }],
  versions: { definition: 'langvarig-utmattelse 2026.1', calendar: 'norge 2026.1', kernel: '1' },
  status: 'met',
  row: clockRowExample,
  events: [{ part: 'start', id: receivedEvent, type: 'henvisningMottatt', occurredOn: '2026-03-20', recordedAt: '2026-03-20T09:15:00.000Z', correctedBy: [] }],
  skipped: [{ date: '2026-04-02', reasons: [{ kind: 'holiday', name: 'Skjærtorsdag' }] }],
  shown: [{ status: 'met', from: '2026-03-27', to: null, dueOn: '2026-04-08', knownAt: 1043 }],
  sentences: ['Siste dag er onsdag 8. april 2026: 10 virkedager etter at den begynte.', 'Den ble holdt.'],
};

const recordedEvent = {
  id: receivedEvent,
  position: 1042,
  seq: 2,
  kind: 'fact',
  type: 'henvisningMottatt',
  occurredOn: '2026-03-20',
  recordedAt: '2026-03-20T09:15:00.000Z',
  data: {},
  corrects: null,
  retracts: null,
  actor: 'integration:henvisningsmottak',
};
const timelineEntry = { ...recordedEvent, title: 'Henvisningen er mottatt', text: 'Økende utmattelse etter infeksjon.', supersededBy: null };

export const timelineExample = { pathwayId, asOf: '2026-03-27', position: 1042, total: 1, entries: [timelineEntry] };

const commandState = { command: 'vurder-rett', allowed: true, refusal: null, warnings: [] };

export const commandsExample = {
  pathwayId,
  asOf: '2026-03-27',
  position: 1042,
  commands: [{ ...commandState, title: { nb: 'Vurder: rett til helsehjelp' }, records: 'vurdert', fields: {}, text: 'optional', roles: ['vurderer'] }],
};

const patient = {
  id: patientId,
  name: { given: 'Kari', family: 'Testesen' },
  birthDate: '1988-04-15',
  identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '15848800055' },
  verified: true,
  sex: 'kvinne',
  phone: null,
  address: null,
  protection: null,
  erased: false,
};

export const pathwayExample = {
  pathwayId,
  mode: 'live',
  organisation,
  patient,
  regime: { definition, calendar, parameters: {} },
  definitionTitle: 'Langvarig utmattelse av ukjent årsak',
  asOf: '2026-03-27',
  position: 1042,
  step: { id: 'mottatt', title: 'Mottatt', since: '2026-03-20', owner: 'vurderer' },
  active: true,
  endedOn: null,
  variant: 'voksen',
  groups: ['voksen'],
  attributes: { alvorlighetsgrad: 'moderat' },
  clocks: [{ ...clockRowExample, status: 'met', title: 'Vurdering av henvisningen' }],
  nextSteps: [{ rule: 'FRIST-SVAR', clockKey: 'FRIST-SVAR#1', owner: 'mottak', dueOn: '2026-04-08', status: 'running' }],
  alarms: [],
  findings: [],
  requirements: [{ id: 'HENVISNING-PROVER', has: ['anti-ccp', 'acth', 'pro-bnp'], missing: [], optionalMissing: [] }],
  plans: [],
  countables: {},
  obligations: [],
  commands: [commandState],
  timeline: [timelineEntry],
  fastlege: {
    status: 'har-fastlege',
    since: '2024-01-01',
    doctors: [{ name: 'Rolig Mønster', hprNumber: '9100004', role: 'fastlege' }],
    office: { name: 'Prøvelia legesenter', orgNumber: '310001007' },
    herId: '8200004',
    reach: { receivesMessages: true, asOf: '2026-03-27T05:14:00.000Z' },
    asOf: '2026-03-27T05:12:00.000Z',
    source: 'fastlegeregisteret',
  },
  registries: [{ registry: 'persontjenesten', askedAt: '2026-03-27T05:10:00.000Z', asOf: '2026-03-27T05:10:00.000Z', ageMinutes: 126 }],
  quarantine: null,
};

const worklistRow = {
  pathwayId,
  patient: { id: patientId, name: patient.name, birthDate: patient.birthDate },
  organisation,
  mode: 'live',
  definition,
  step: 'mottatt',
  stepSince: '2026-03-20',
  variant: 'voksen',
  receivedOn: '2026-03-20',
  clock: { key: 'FRIST-VURDERING#1', clock: 'FRIST-VURDERING', owner: 'vurderer', dueOn: '2026-04-08', status: 'running' },
  daysLeft: 12,
  owner: { role: 'koordinator', person: 'koordinator-17' },
  next: { role: 'vurderer', person: null },
  fastlege: 'Rolig Mønster',
  lastContactOn: null,
  buckets: [],
  titles: { step: { nb: 'Til vurdering' }, variant: { nb: 'Voksen' }, deadline: { nb: 'Vurdering av henvisningen' }, owner: { nb: 'Forløpskoordinatoren' }, next: { nb: 'Den som vurderer henvisninger' } },
  broken: false,
  atRisk: false,
  noNextStep: false,
  findings: 0,
  quarantined: false,
  position: 1042,
};

export const worklistPageExample = { asOf: '2026-03-27', total: 1, totalIsLeast: false, more: false, nextCursor: null, rows: [worklistRow] };
const quarantineReason = { code: 'ugyldig-fodselsnummer', path: 'ServiceRequest.subject.identifier.value', sentence: 'Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke.' };
const quarantineRow = {
  ...worklistRow,
  step: 'karantene',
  clock: { key: 'KARANTENE#1', clock: 'KARANTENE', owner: 'mottak', dueOn: '2026-03-23', status: 'running' },
  quarantined: true,
  quarantine: { receivedOn: '2026-03-20', owner: 'mottak', reasons: [quarantineReason], sourceSystem: 'http://helsenorge.no/fhir/identifiers/uuid', frister: [worklistRow.clock] },
};
export const quarantinePageExample = { ...worklistPageExample, rows: [quarantineRow] };
export const worklistCountsExample = { asOf: '2026-03-27', open: 214, today: 9, waitingForOthers: 31, broken: 3, atRisk: 11, dueThisWeek: 27, noNextStep: 0, findings: 5, quarantine: 2 };
export const searchPageExample = { hits: [{ pathwayId, patient, mode: 'live', definition, step: 'mottatt', organisation, nextDueOn: '2026-04-08', owner: { role: 'koordinator', person: 'koordinator-17' }, next: { role: 'vurderer', person: null } }], more: false, nextCursor: null };

export const definitionExample = { ...definition, title: { nb: 'Langvarig utmattelse av ukjent årsak' }, status: 'proposed', validFrom: '2026-01-01', calendar };
export const calendarExample = {
  ...calendar,
  title: 'Norske virkedager',
  source: 'Lov om helligdager og helligdagsfred',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: [{ month: 1, day: 1, name: 'Første nyttårsdag' }, { easterOffset: -3, name: 'Skjærtorsdag' }],
};
export const organisationExample = { ...organisation, kind: 'hospital', orgNumber: '310000000' };
