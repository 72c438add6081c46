import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addWorkingDays, calendarById } from '@forlop/calendar';
import {
  commandAnswerSchema, commandsSchema, explanationSchema, intakeResultSchema, recordedSchema, searchPageSchema, timelineSchema, worklistCountsSchema, worklistPageSchema,
} from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, expected, fodselsnummer, newNumber, problemOf, referralOf, today } from './support/client.js';

let running: ApiOnDatabase;
let api: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
});
afterAll(() => running.close());

describe('one patient, from the referral to the search', () => {
  const number = newNumber();
  const received = daysAgo(5);
  const dueOn = addWorkingDays(calendarById('norge'), received, 10);
  let id: string;
  let beforeAssessment: number;

  test('the referral begins a pathway, whose address is told', async () => {
    const answered = await api.post('/referrals', referralOf({ patient: { identifier: { system: fodselsnummer, value: number }, name: { given: 'Åse Marie', family: 'Prøvedal' } }, mottattdato: received, text: 'Utmattet etter infeksjon.' }));
    const result = expected(answered, 201, intakeResultSchema);
    expect(result.outcome).toBe('created');
    expect(answered.headers.get('location')).toBe(`/api/v1/pathways/${result.pathwayId}`);
    id = result.pathwayId;
  });

  test('the pathway shows patient, step, clocks, what may be done and the text that came along', async () => {
    const view = await api.view(id);
    expect(view).toMatchObject({
      asOf: today(),
      active: true,
      step: { id: 'mottatt', since: received },
      patient: { name: { given: 'Åse Marie', family: 'Prøvedal' }, birthDate: '1988-04-15', identifier: { value: number }, verified: true },
    });
    expect(view.clocks.find(({ clock }) => clock === 'FRIST-VURDERING')).toMatchObject({ status: 'running', startOn: received, dueOn });
    expect(view.nextSteps.map(({ rule }) => rule)).toContain('FRIST-VURDERING');
    expect(view.timeline.find(({ type }) => type === 'henvisningMottatt')).toMatchObject({ text: 'Utmattet etter infeksjon.', occurredOn: received });
    beforeAssessment = view.position;
  });

  test('the commands say what they need, and why they cannot be given', async () => {
    const { commands, position } = await api.get(`/pathways/${id}/commands`, commandsSchema);
    expect(position).toBe(beforeAssessment);
    expect(commands.find(({ command }) => command === 'vurder-rett')).toMatchObject({ allowed: true, records: 'vurdert', fields: { svarkode: { type: 'code' } } });
    expect(commands.find(({ command }) => command === 'vurder-rett')!.fields).not.toHaveProperty('utfall');
    expect(commands.find(({ command }) => command === 'avslutt-utredning')).toMatchObject({ allowed: false, refusal: { code: 'step-does-not-allow' } });
  });

  test('the deadline explains itself, also by its rule alone', async () => {
    const explanation = await api.get(`/pathways/${id}/clocks/FRIST-VURDERING/explain`, explanationSchema);
    expect(explanation).toMatchObject({ clockKey: 'FRIST-VURDERING#1', value: { value: 10, unit: 'virkedag' }, status: 'running', row: { dueOn } });
    expect(explanation.sources.length).toBeGreaterThan(0);
    expect(explanation.events[0]).toMatchObject({ part: 'start', type: 'henvisningMottatt', occurredOn: received });
    expect(await api.get(`/pathways/${id}/clocks/FRIST-VURDERING%231/explain`, explanationSchema)).toEqual(explanation);
    expect(problemOf(await api.send('GET', `/api/v1/pathways/${id}/clocks/FRIST-FINNES-IKKE/explain`))).toMatchObject({ status: 404, code: 'unknown-clock' });
  });

  test('a command the state does not allow is refused with code and sentence, and changes nothing', async () => {
    const problem = problemOf(await api.post(`/pathways/${id}/commands/send-svar`, { occurredOn: today(), data: { til: 'pasient' } }));
    expect(problem).toMatchObject({ status: 409, type: 'urn:forlop:problem:refused', code: 'ikke-vurdert', position: beforeAssessment, detail: expect.stringMatching(/^Henvisningen er ikke vurdert/) });
    expect((await api.view(id)).position).toBe(beforeAssessment);
  });

  test('the assessment meets its deadline, and the next steps follow', async () => {
    const answer = expected(await api.post(`/pathways/${id}/commands/vurder-rett`, { occurredOn: daysAgo(1), expectedPosition: beforeAssessment, text: 'Drøftet i inntaksmøtet.' }), 200, commandAnswerSchema);
    expect(answer).toMatchObject({ pathwayId: id, eventIds: [expect.any(String)] });
    const view = await api.view(id);
    expect(view.clocks.find(({ clock }) => clock === 'FRIST-VURDERING')).toMatchObject({ status: 'met', metOn: daysAgo(1) });
    expect(view.timeline.at(-1)).toMatchObject({ type: 'vurdert', kind: 'decision', actor: await api.actorOf('anne'), data: { utfall: 'rett' }, text: 'Drøftet i inntaksmøtet.' });
  });

  test('someone gets a role for the patient', async () => {
    expected(await api.write('PUT', `/pathways/${id}/owners/koordinator`, { person: 'koordinator-17', occurredOn: today() }), 200, commandAnswerSchema);
    expect((await api.view(id)).timeline.at(-1)).toMatchObject({ type: 'ansvarligTildelt', data: { rolle: 'koordinator', personId: 'koordinator-17' } });
    expect(problemOf(await api.write('PUT', `/pathways/${id}/owners/rektor`, { person: 'x', occurredOn: today() }))).toMatchObject({ status: 400, errors: [{ path: '/data/rolle', code: 'unknown-code' }] });
  });

  test('it stands on the work list under each of its filters, and not under others', async () => {
    const listed = async (query: string) => (await api.get(`/worklist?${query}`, worklistPageSchema)).rows.map(({ pathwayId }) => pathwayId);
    const { step, variant } = await api.view(id);
    for (const query of ['', `step=${step.id}`, `variant=${variant ?? ''}`, 'definition=langvarig-utmattelse', 'mode=live', `dueBefore=${addDays(today(), 400)}`, 'broken=false', 'clock=FRIST-VURDERING&clockStatus=met']) {
      expect([query, await listed(query)]).toEqual([query, expect.arrayContaining([id])]);
    }
    for (const query of ['step=utredning', 'quarantine=true', 'mode=historical', 'broken=true', 'clock=FRIST-VURDERING&clockStatus=broken,at-risk']) {
      expect([query, await listed(query)]).toEqual([query, expect.not.arrayContaining([id])]);
    }
    expect(await api.get('/worklist/counts', worklistCountsSchema)).toMatchObject({ asOf: today(), open: 1, broken: 0, quarantine: 0 });
  });

  test('a correction changes the deadline, and what was shown then can still be seen', async () => {
    const before = await api.view(id);
    const event = before.timeline.find(({ type }) => type === 'vurdert')!;
    const recorded = expected(await api.post(`/pathways/${id}/events/${event.id}/correction`, { occurredOn: daysAgo(2), data: { utfall: 'rett' }, text: 'Registrert på feil dag.' }), 200, recordedSchema);
    const clockOf = (view: typeof before) => view.clocks.find(({ clock }) => clock === 'FRIST-VURDERING');
    const after = await api.view(id);
    expect(clockOf(after)).toMatchObject({ metOn: daysAgo(2) });
    expect(after.timeline.find((entry) => entry.id === event.id)).toMatchObject({ supersededBy: recorded.eventIds[0] });
    expect(clockOf(await api.view(id, `?knownAt=${before.position}`))).toMatchObject({ metOn: daysAgo(1) });
    expect((await api.get(`/pathways/${id}/clocks/FRIST-VURDERING/explain`, explanationSchema)).events.find(({ part }) => part === 'met')).toMatchObject({ correctedBy: recorded.eventIds });
  });

  test('looking back and ahead: other days, and what was known', async () => {
    expect((await api.view(id, `?asOf=${daysAgo(4)}`)).clocks.find(({ clock }) => clock === 'FRIST-VURDERING')).toMatchObject({ status: 'running' });
    const then = await api.get(`/pathways/${id}/timeline?knownAt=${beforeAssessment}`, timelineSchema);
    expect(then.entries.map(({ type }) => type)).not.toContain('vurdert');
    expect(then.total).toBe(then.entries.length);
    expect((await api.get(`/pathways/${id}/timeline`, timelineSchema)).total).toBeGreaterThan(then.total);
  });

  test('an event that never happened is taken back', async () => {
    const { timeline } = await api.view(id);
    const assigned = timeline.find(({ type }) => type === 'ansvarligTildelt')!;
    expected(await api.post(`/pathways/${id}/events/${assigned.id}/retraction`, { reason: 'Feil person.' }), 200, recordedSchema);
    expect((await api.view(id)).timeline.find((entry) => entry.id === assigned.id)!.supersededBy).not.toBeNull();
  });

  test.each([
    [{ identifier: { value: number } }],
    [{ identifier: { value: number, system: fodselsnummer } }],
    [{ name: 'prøvedal' }],
    [{ name: 'PRØVEDAL, åse-marie' }],
  ])('she is found by %j', async (wanted) => {
    const { hits, more } = expected(await api.send('POST', '/api/v1/search', wanted), 200, searchPageSchema);
    expect([hits.map(({ pathwayId }) => pathwayId), more]).toEqual([[id], false]);
  });

  test.each([[{ identifier: { value: newNumber() } }], [{ name: 'Kari Prøvedal' }]])('and not by %j', async (wanted) => {
    expect(expected(await api.send('POST', '/api/v1/search', wanted), 200, searchPageSchema).hits).toEqual([]);
  });
});
