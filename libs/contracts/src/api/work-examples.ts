import { worklistPageExample } from './examples.js';

/** Examples of the coordinator's work, of the same invented patient as all others. */
const [row] = worklistPageExample.rows;
const { pathwayId, patient, organisation } = row!;
const receivedEvent = '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12';

export const findingsExample = {
  asOf: '2026-03-30', counts: { 'unexpected-in-step': 1 }, more: false, nextCursor: null,
  rows: [{
    pathwayId, patient, organisation, key: `unexpected-in-step/${receivedEvent}//1`, code: 'unexpected-in-step', fact: receivedEvent, occurredOn: '2026-03-27', rule: null,
    detail: { step: 'mottatt' }, ageDays: 3, person: null, setAside: false,
    whatToDo: 'Hendelsen passer ikke i steget pasienten er i. Rett datoen, eller trekk hendelsen tilbake hvis den aldri hendte.',
  }],
};

export const inboxExample = {
  ...worklistPageExample,
  rows: [{
    ...row!,
    referral: {
      priority: 'routine', frist: { key: 'FRIST-VURDERING#1', dueOn: '2026-04-08', status: 'running', workingDaysLeft: 7 },
      missing: [{ requirement: 'HENVISNING-PROVER', title: 'Prøver før henvisning', anyOf: [['acth'], ['pro-bnp']] }],
      supplementAskedOn: null, hasOriginal: true, documents: 1,
    },
  }],
};

export const notesExample = {
  pathwayId,
  notes: [{ id: receivedEvent, text: 'Ringte pasienten; ønsker time på formiddagen.', writtenBy: 'person:koordinator-17', writtenAt: '2026-03-27T09:15:00.000Z', changedAt: null, versions: 1, visibleTo: ['coordinator', 'clinician'], mine: true, struckOut: null }],
};

export const savedViewExample = { id: '0198c0de-3333-7000-8000-000000000003', name: 'Mine som haster', settings: { filter: { person: 'me' }, sort: 'due', columns: ['name', 'step'] }, organisationId: null, mine: true };
