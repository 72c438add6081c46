import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reminderPreviewSchema, reminderTemplatesSchema } from '@forlop/contracts';
import { carriages, languages, shippedTemplates, wordings } from '@forlop/reminders';
import { Client, problemOf } from './support/client.js';
import { listening, type Listening } from './support/listening.js';

let api: Listening;
let client: Client;
beforeAll(async () => {
  api = await listening({});
  client = new Client(api);
}, 60_000);
afterAll(() => api.close());

const kinds = wordings.flatMap((wording) => languages.flatMap((language) => carriages.map((carries) => [wording, language, carries] as const)));

describe('the texts that leave the house', () => {
  test('are listed, each version of them, letters too', async () => {
    const { templates } = await client.get('/reminder-templates', reminderTemplatesSchema);
    expect(templates.map(({ id }) => id).sort()).toEqual([...shippedTemplates.items.keys(), ...shippedTemplates.letters.keys()].sort());
    expect(templates).toContainEqual(expect.objectContaining({ id: 'letter.health.nn', version: 1, wording: null, language: 'nn', carries: 'health' }));
  });

  test.each(kinds)('«%s» in %s on a channel that carries %s is shown with its versions, and with no patient where none may be', async (wording, language, carries) => {
    const shown = await client.get(`/reminder-templates/${wording}/preview?language=${language}&carries=${carries}`, reminderPreviewSchema);
    expect(shown).toMatchObject({ wording, language, carries });
    expect(shown.templates).toContainEqual({ id: `${wording}.${carries}.${language}`, version: 1 });
    expect(shown.text.includes('Kari Eksempel') && shown.text.includes('01909012345')).toBe(carries === 'health');
    if (carries === 'nothing') expect(`${shown.subject}${shown.text}`).not.toMatch(/Kari|01909012345|Kontakt med fastlegen/);
  });

  test('a day before the first version, a wording or a language that is not there: told so', async () => {
    expect(problemOf(await client.send('GET', '/api/v1/reminder-templates/remind/preview?on=2000-01-01'))).toMatchObject({ status: 404, code: 'no-template' });
    expect(problemOf(await client.send('GET', '/api/v1/reminder-templates/toString/preview'))).toMatchObject({ status: 404, code: 'unknown-wording' });
    expect(problemOf(await client.send('GET', '/api/v1/reminder-templates/remind/preview?language=sv'))).toMatchObject({ status: 400 });
  });
});
