/** A definition that is right and as small as can be, for tests to spoil one thing of. */
export function smallDefinition(): Record<string, unknown> {
  return structuredClone({
    id: 'prove', version: '1.0.0', title: { nb: 'Prøve' }, status: 'local', validFrom: '2026-01-01',
    calendar: { id: 'norge', version: '2026.1' }, initialStep: 'ny',
    sources: { lov: { title: 'Lov' }, valg: { title: 'Valg' } },
    parameters: { sett: { title: { nb: 'Sett' }, values: ['a', 'b'], default: 'a' } },
    roles: { lege: { nb: 'Legen' }, helfo: { nb: 'Helfo' } },
    events: {
      mottatt: { title: { nb: 'Mottatt' }, rank: 10, text: 'optional', fields: { art: { title: { nb: 'Art' }, type: 'code', codes: { ny: { nb: 'Ny' }, gammel: { nb: 'Gammel' } } }, id: { title: { nb: 'Id' }, type: 'id' }, prover: { title: { nb: 'Prøver' }, type: 'codes', codes: { acth: { nb: 'ACTH' } } }, tap: { title: { nb: 'Tap' }, type: 'number', min: 0, max: 100 } } },
      satt: { title: { nb: 'Satt' }, rank: 20, text: 'optional', fields: { dato: { title: { nb: 'Dato' }, type: 'date', required: true, mayBeFuture: true }, kode: { title: { nb: 'Kode' }, type: 'code', codes: { 21: { nb: 'Kom ikke' } } } } },
      startet: { title: { nb: 'Startet' }, rank: 30, text: 'optional', fields: { id: { title: { nb: 'Id' }, type: 'id' } } },
      dod: { title: { nb: 'Død' }, rank: 90 },
    },
    ageMarks: { 'fyller-18': { title: { nb: 'Fyller 18' }, age: 18, rank: 1 } },
    attributes: { mottattdato: { title: { nb: 'Mottattdato' }, setBy: [{ event: 'mottatt', date: true }] }, art: { title: { nb: 'Art' }, setBy: [{ event: 'mottatt', field: 'art' }] } },
    groups: [{ id: 'BARN', title: { nb: 'Barn' }, when: { age: { at: 'mottattdato', below: 18 } }, status: 'local', sources: [{ source: 'valg' }] }],
    steps: [{ id: 'ny', title: { nb: 'Ny' }, owner: 'lege' }, { id: 'i-gang', title: { nb: 'I gang' } }, { id: 'slutt', title: { nb: 'Slutt' }, terminal: true }],
    transitions: [{ on: { event: 'mottatt', where: { art: { is: 'ny' } } }, from: ['ny'], to: 'i-gang' }, { on: { event: 'startet' }, from: ['i-gang'], to: 'slutt' }, { on: { event: 'dod' }, from: '*', to: 'slutt' }],
    endsEverything: [{ event: 'dod' }],
    requirements: [{ id: 'PROVER', title: { nb: 'Prøver' }, status: 'proposed', sources: [{ source: 'valg' }], gather: [{ event: 'mottatt', field: 'prover' }], needs: [{ anyOf: ['acth'], title: { nb: 'ACTH' } }], gates: { event: 'mottatt', gate: 'warns', gathered: 'fact' } }],
    clocks: [
      { id: 'FRIST', title: { nb: 'Frist' }, status: 'in-force', kind: 'legal', sources: [{ source: 'lov', locator: '§ 1', validTo: '2022-12-31' }, { source: 'lov', locator: '§ 2', validFrom: '2023-01-01' }], start: [{ event: 'satt' }], mode: 'supersede', due: { field: 'dato' }, metBy: [{ event: 'startet', when: { parameter: 'sett', is: 'a' } }], owner: 'lege', warn: { before: { value: 1, unit: 'uke' } }, atRisk: { horizonDays: 14 }, bookings: { offeredBy: [{ event: 'satt', dateField: 'dato' }], postponedBy: [{ event: 'satt', causeField: 'kode', dateField: 'dato' }], missedBy: [], cancelledBy: [], patientCauses: ['21'] }, breachForeseenBy: [{ event: 'satt' }] },
      { id: 'HVER', title: { nb: 'Hver' }, status: 'proposed', kind: 'guiding', sources: [{ source: 'valg' }], start: [{ event: 'mottatt', when: { missing: 'PROVER' } }], mode: 'each', key: 'id', due: { after: [{ when: { group: 'BARN' }, span: { value: 8, unit: 'uke' } }, { span: { value: 12, unit: 'uke' } }] }, metBy: [{ event: 'startet' }], owner: 'lege', guidesClock: 'FRIST' },
    ],
    duties: [{ id: 'VARSLE', title: { nb: 'Varsle' }, kind: 'notify-helfo', status: 'in-force', sources: [{ source: 'lov' }], clock: 'FRIST', opens: { at: 'foreseen-or-broken' }, to: 'helfo', needsConfirmation: true, escalate: { after: { value: 1, unit: 'virkedag' }, to: 'lege' } }],
    commands: [{ id: 'ta-imot', title: { nb: 'Ta imot' }, records: 'mottatt', from: ['ny'], sets: { art: 'ny' }, requires: [{ that: { step: ['ny'] }, code: 'ikke-ny', sentence: { nb: 'Ikke ny.' } }], roles: ['lege'] }],
    plans: [{ id: 'PLAN', title: { nb: 'Plan' }, when: { happened: 'mottatt', where: { prover: { includes: 'acth' } } }, status: 'local', sources: [{ source: 'valg' }], items: [{ id: 'en', title: { nb: 'En' }, owner: 'lege', level: 'kan' }] }],
    countables: [{ id: 'TAKST', title: { nb: 'Takst' }, countedBy: { event: 'startet' }, status: 'local', sources: [{ source: 'valg' }] }],
    intake: { 'urn:oid:2.16.578.1.12.4.1.1.7170': ['A04'] },
  });
}

/** Sets (or, with undefined, deletes) what a JSON pointer names. `-` appends to a list. */
export function put(document: unknown, path: string, value: unknown): void {
  const keys = path.slice(1).split('/');
  const last = keys.pop()!;
  const parent = keys.reduce((node, key) => (node as Record<string, unknown>)[key], document) as Record<string, unknown>;
  if (Array.isArray(parent)) {
    if (value === undefined) parent.splice(Number(last), 1);
    else if (last === '-') parent.push(value);
    else parent[Number(last)] = value;
  } else if (value === undefined) delete parent[last];
  else parent[last] = value;
}
