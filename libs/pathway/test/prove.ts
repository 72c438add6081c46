import { calendarById, osloDate, type OsloDate } from '@forlop/calendar';
import { compile, engineEvents, type Definition, type Json, type LedgerEvent, type PathwayInput, type Rules } from '@forlop/pathway';

const source = [{ source: 'S' }];
export const nb = (text: string) => ({ nb: text });

/**
 * A small made-up pathway that uses every part of the engine once: legal, guiding, recurring, keyed and counted clocks,
 * gates, age marks, obligations, commands. Nothing in it is medicine.
 */
export const prove: Definition = {
  id: 'prove',
  version: '1.0.0',
  title: nb('Prøveforløp'),
  status: 'local',
  validFrom: osloDate('2020-01-01'),
  sources: { S: { title: 'Kilde' } },
  calendar: { id: 'norge', version: '2026.1' },
  parameters: { sett: { title: nb('Sett'), values: ['a', 'b'], default: 'a' } },
  roles: { mottak: nb('Mottak'), kliniker: nb('Kliniker'), fastlege: nb('Fastlege'), koordinator: nb('Koordinator') },
  events: {
    mottatt: { title: nb('Mottatt'), rank: 10, fields: { ansiennitetsdato: { title: nb('Ansiennitetsdato'), type: 'date' } } },
    vurdert: { title: nb('Vurdert'), rank: 20, fields: { utfall: { title: nb('Utfall'), type: 'code', required: true, codes: { rett: nb('Rett'), avslag: nb('Avslag') } } } },
    fristSatt: { title: nb('Frist satt'), rank: 25, text: 'optional', fields: { dato: { title: nb('Dato'), type: 'date', required: true, mayBeFuture: true } } },
    meddelt: { title: nb('Meddelt'), rank: 26 },
    tilbud: { title: nb('Tilbud'), rank: 30, fields: { tid: { title: nb('Tid'), type: 'date', required: true, mayBeFuture: true } } },
    utsatt: { title: nb('Utsatt'), rank: 40, text: 'required', fields: { kode: { title: nb('Kode'), type: 'code', required: true, codes: { '1': nb('Kapasitet'), '22': nb('Eget ønske') } }, nyDato: { title: nb('Ny dato'), type: 'date', mayBeFuture: true } } },
    avlyst: { title: nb('Avlyst'), rank: 42 },
    ikkeMott: { title: nb('Ikke møtt'), rank: 45 },
    klaget: { title: nb('Klaget'), rank: 27 },
    startet: { title: nb('Startet'), rank: 50 },
    mote: { title: nb('Møte'), rank: 60, fields: { deltakere: { title: nb('Deltakere'), type: 'codes', codes: { skole: nb('Skole'), fastlege: nb('Fastlege') } } } },
    skoleFrafalt: { title: nb('Skole frafalt'), rank: 55 },
    kontakt: { title: nb('Kontakt'), rank: 70 },
    spurt: { title: nb('Spurt'), rank: 80, fields: { sporsmalId: { title: nb('Spørsmål'), type: 'id', required: true } } },
    svart: { title: nb('Svart'), rank: 81, fields: { sporsmalId: { title: nb('Spørsmål'), type: 'id', required: true } } },
    alvorlighet: { title: nb('Alvorlighet'), rank: 15, fields: { grad: { title: nb('Grad'), type: 'code', required: true, codes: { mild: nb('Mild'), alvorlig: nb('Alvorlig') } } } },
    overlevert: { title: nb('Overlevert'), rank: 65 },
    avsluttet: { title: nb('Avsluttet'), rank: 90 },
    gjenopptatt: { title: nb('Gjenopptatt'), rank: 91 },
    dod: { title: nb('Død'), rank: 99 },
  },
  ageMarks: {
    fyller18: { title: nb('Fyller 18'), age: 18, rank: 1 },
    snart18: { title: nb('Fyller snart 18'), age: 18, before: { value: 6, unit: 'maned' }, rank: 1 },
  },
  attributes: {
    mottattdato: { title: nb('Mottattdato'), setBy: [{ event: 'mottatt', date: true, keepFirst: true }] },
    grad: { title: nb('Grad'), setBy: [{ event: 'alvorlighet', field: 'grad' }] },
  },
  groups: [
    { id: 'barn', title: nb('Barn'), when: { age: { below: 18 } }, status: 'local', sources: source, variant: true },
    { id: 'voksen', title: nb('Voksen'), when: { age: { from: 18 } }, status: 'local', sources: source, variant: true },
    { id: 'alvorlig', title: nb('Alvorlig'), when: { attribute: 'grad', test: { is: 'alvorlig' } }, status: 'local', sources: source },
  ],
  steps: [
    { id: 'ny', title: nb('Ny') },
    { id: 'mottatt', title: nb('Mottatt'), owner: 'mottak' },
    { id: 'venter', title: nb('Venter på oppstart') },
    { id: 'igang', title: nb('I gang') },
    { id: 'oppfolging', title: nb('Oppfølging') },
    { id: 'ferdig', title: nb('Ferdig'), terminal: true },
  ],
  initialStep: 'ny',
  transitions: [
    { on: { event: 'mottatt' }, from: ['ny'], to: 'mottatt' },
    { on: { event: 'vurdert', where: { utfall: { is: 'rett' } } }, from: ['mottatt'], to: 'venter' },
    { on: { event: 'vurdert', where: { utfall: { is: 'avslag' } } }, from: ['mottatt'], to: 'ferdig' },
    { on: { event: 'startet' }, from: ['venter'], to: 'igang', milestone: true },
    { on: { event: 'mote' }, from: ['igang'], to: 'oppfolging' },
    { on: { event: 'avsluttet' }, from: '*', to: 'ferdig' },
    { on: { event: 'gjenopptatt' }, from: ['ferdig'], to: 'oppfolging' },
  ],
  endsEverything: [{ event: 'dod' }],
  requirements: [
    {
      id: 'MOTE-SKOLE', title: nb('Skolen deltar'), status: 'proposed', sources: source,
      gather: [{ event: 'mote', field: 'deltakere' }],
      needs: [{ anyOf: ['skole'], title: nb('Skole'), when: { age: { at: 'mottattdato', below: 18 } }, unless: { happened: 'skoleFrafalt' } }],
      gates: { event: 'mote', gate: 'blocks', gathered: 'fact' },
    },
    {
      id: 'MOTE-FASTLEGE', title: nb('Fastlegen deltar'), status: 'proposed', sources: source,
      gather: [{ event: 'mote', field: 'deltakere' }],
      needs: [{ anyOf: ['fastlege'], title: nb('Fastlege') }],
      gates: { event: 'mote', gate: 'warns', gathered: 'fact' },
    },
  ],
  clocks: [
    {
      id: 'VURDERING', title: nb('Vurdering'), status: 'in-force', kind: 'legal', sources: source, mode: 'once',
      start: [{ event: 'mottatt' }], due: { after: [{ span: { value: 10, unit: 'virkedag' } }] }, metBy: [{ event: 'vurdert' }],
      owner: 'mottak', warn: { before: { value: 3, unit: 'virkedag' } },
    },
    {
      id: 'START-BARN', title: nb('Start, barn'), status: 'proposed', kind: 'guiding', sources: source, mode: 'once',
      start: [{ event: 'mottatt', when: { age: { at: 'mottattdato', below: 18 } } }], due: { after: [{ span: { value: 8, unit: 'uke' } }] },
      metBy: [{ event: 'startet' }], endedBy: [{ event: 'vurdert', where: { utfall: { is: 'avslag' } }, as: 'rejected' }], owner: 'kliniker',
      warn: { before: { value: 4, unit: 'uke' } }, guidesClock: 'INDIVIDUELL',
    },
    {
      id: 'START-VOKSEN', title: nb('Start, voksen'), status: 'proposed', kind: 'guiding', sources: source, mode: 'once',
      start: [{ event: 'mottatt', when: { age: { at: 'mottattdato', from: 18 } } }], due: { after: [{ span: { value: 12, unit: 'uke' } }] },
      metBy: [{ event: 'startet' }], owner: 'kliniker', warn: { before: { value: 4, unit: 'uke' } }, guidesClock: 'INDIVIDUELL',
    },
    {
      id: 'INDIVIDUELL', title: nb('Individuell frist'), status: 'in-force', kind: 'legal', sources: source, mode: 'supersede',
      start: [{ event: 'fristSatt' }], due: { field: 'dato' }, metBy: [{ event: 'startet' }], owner: 'koordinator',
      warn: { before: { value: 28, unit: 'dag' } }, atRisk: { horizonDays: 14 }, communicatedBy: [{ event: 'meddelt' }],
      bookings: {
        offeredBy: [{ event: 'tilbud', dateField: 'tid' }],
        postponedBy: [{ event: 'utsatt', causeField: 'kode', dateField: 'nyDato' }],
        missedBy: [{ event: 'ikkeMott' }], cancelledBy: [{ event: 'avlyst' }], patientCauses: ['21', '22'],
      },
    },
    { id: 'KLAGE', title: nb('Klage'), status: 'in-force', kind: 'legal', sources: source, mode: 'again', lapses: true, outlivesClosing: true, start: [{ event: 'meddelt' }], due: { after: [{ span: { value: 4, unit: 'uke' } }] }, metBy: [{ event: 'klaget' }], owner: 'mottak' },
    { id: 'VENTETID', title: nb('Ventetid'), status: 'in-force', kind: 'statistic', sources: source, mode: 'once', start: [{ event: 'mottatt', dateFields: ['ansiennitetsdato'] }], metBy: [{ event: 'startet' }], owner: 'mottak' },
    { id: 'SETT-B', title: nb('Sett B'), status: 'draft', kind: 'pathway', sources: source, mode: 'once', onlyWhen: { parameter: 'sett', is: 'b' }, start: [{ event: 'mottatt' }], due: { after: [{ span: { value: 8, unit: 'uke' } }] }, metBy: [{ event: 'startet' }], owner: 'mottak' },
    {
      id: 'MOTE', title: nb('Møte'), status: 'proposed', kind: 'guiding', sources: source, mode: 'once',
      start: [{ event: 'startet' }], due: { after: [{ span: { value: 26, unit: 'uke' } }] }, metBy: [{ event: 'mote' }], owner: 'koordinator',
    },
    {
      id: 'KONTAKT', title: nb('Kontakt'), status: 'proposed', kind: 'guiding', sources: source, mode: 'recurring',
      start: [{ event: 'mote' }, { event: 'gjenopptatt' }], due: { after: [{ when: { group: 'alvorlig' }, span: { value: 3, unit: 'maned' } }, { span: { value: 6, unit: 'maned' } }] },
      metBy: [{ event: 'kontakt' }], owner: 'fastlege', warn: { before: { value: 14, unit: 'dag' } },
    },
    {
      id: 'SPORSMAL', title: nb('Spørsmål'), status: 'local', kind: 'guiding', sources: source, mode: 'each', key: 'sporsmalId', outlivesClosing: true,
      start: [{ event: 'spurt' }], due: { after: [{ span: { value: 5, unit: 'virkedag' } }] }, metBy: [{ event: 'svart' }], owner: 'kliniker',
    },
    {
      id: 'OVERGANG', title: nb('Overgang'), status: 'proposed', kind: 'guiding', sources: source, mode: 'once',
      start: [{ event: '@snart18' }], due: { after: [{ span: { value: 6, unit: 'maned' } }] }, metBy: [{ event: 'overlevert' }], owner: 'koordinator',
    },
  ],
  duties: [
    { id: 'PAMINN-KONTAKT', title: nb('Påminn om kontakt'), kind: 'remind', status: 'local', sources: source, clock: 'KONTAKT', opens: { at: 'warn' }, to: 'fastlege', repeat: { every: { value: 7, unit: 'dag' }, most: 2 }, escalate: { after: { value: 21, unit: 'dag' }, to: 'koordinator' } },
    { id: 'VARSLE-HELFO', title: nb('Varsle Helfo'), kind: 'notify-helfo', status: 'in-force', sources: source, clock: 'INDIVIDUELL', opens: { at: 'foreseen-or-broken' }, to: 'koordinator', needsConfirmation: true },
  ],
  commands: [
    { id: 'vurder', title: nb('Vurder'), records: 'vurdert', from: ['mottatt'] },
    { id: 'settFrist', title: nb('Sett frist'), records: 'fristSatt', from: ['mottatt', 'venter'] },
    { id: 'holdMote', title: nb('Møte holdt'), records: 'mote', from: ['igang'], requires: [{ that: { happened: 'vurdert' }, code: 'not-assessed', sentence: nb('Henvisningen er ikke vurdert.') }] },
    { id: 'utsett', title: nb('Utsett'), records: 'utsatt', from: '*' },
  ],
  plans: [{ id: 'ALVORLIG-PLAN', title: nb('Plan'), when: { group: 'alvorlig' }, status: 'proposed', sources: source, items: [{ id: 'ENEROM', title: nb('Enerom'), owner: 'kliniker', level: 'bor' }] }],
  countables: [{ id: 'TAKST', title: nb('Takst'), countedBy: { event: 'svart' }, status: 'proposed', sources: source }],
  intake: {},
};

const versions = new Map([prove].map((d) => [`${d.id}@${d.version}`, compile(d)]));

/** Rules over `prove` and any more definitions a test makes of it. */
export function rulesWith(...more: Definition[]): Rules {
  const all = new Map([...versions, ...more.map((d) => [`${d.id}@${d.version}`, compile(d)] as const)]);
  return {
    definition: (id, version) => {
      const found = all.get(`${id}@${version}`);
      if (found === undefined) throw new Error(`no definition ${id} ${version}`);
      return found;
    },
    calendar: (id, version) => calendarById(id, version),
  };
}
export const rules = rulesWith();

type Short = readonly [type: string, occurredOn: string, data?: Readonly<Record<string, Json>>, more?: Partial<LedgerEvent>];

/** Events from short notation; recorded at noon UTC on the day they happened unless told otherwise. */
export function events(created: Readonly<Record<string, Json>>, ...facts: Short[]): LedgerEvent[] {
  const first: Short = [engineEvents.created, facts[0]?.[1] ?? '2026-01-01', {
    definition: { id: 'prove', version: '1.0.0' }, calendar: { id: 'norge', version: '2026.1' }, parameters: {}, ...created,
  }];
  return [first, ...facts].map(([type, occurredOn, data = {}, more = {}], index) => ({
    id: `e${String(index).padStart(3, '0')}`,
    position: index + 1,
    kind: 'fact',
    type,
    occurredOn: osloDate(occurredOn),
    recordedAt: `${occurredOn}T12:00:00Z`,
    data,
    ...more,
  }));
}

/** An input for an adult on `prove`, everything known. */
export function input(list: readonly LedgerEvent[], asOf: string, more: Partial<PathwayInput> = {}): PathwayInput {
  return { rules, birthDate: osloDate('1980-05-05') as OsloDate, events: list, asOf: osloDate(asOf), knownAt: Number.MAX_SAFE_INTEGER, ...more };
}
