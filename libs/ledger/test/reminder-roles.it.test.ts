import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { languages, renderItem, shippedTemplates, wordings } from '@forlop/reminders';
import type { DutySpec } from '@forlop/pathway';
import type { Digest, OfferedChannel, Planned } from '../src/index.js';
import { coordinator, referral, rules, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger('2026-03-20'); }, 60_000);
beforeEach(() => house.at('2026-04-13T11:00:00Z'));
afterAll(() => house.close());

const email: OfferedChannel = { id: 'email', carries: 'nothing' };
const health: OfferedChannel = { id: 'dialogmelding', carries: 'health' };
/** Roles that a record system in the health network answers for. */
const inNetwork = ['fastlege', 'henviser'];
let number = 0;

type Asks = Pick<DutySpec, 'id' | 'kind' | 'to' | 'escalate'>;

/** A pathway on which a duty is open: the ledger reads it as any other, whatever opened it. */
async function owing({ id, kind, to, escalate }: Asks, born?: string): Promise<{ readonly pathwayId: string; readonly key: string }> {
  house.at('2026-03-20');
  const { pathwayId } = await house.ledger.intake(referral(born === undefined ? {} : { born }), coordinator);
  house.at('2026-04-13T11:00:00Z');
  await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z');
  // No occurrence that the definition itself has opened.
  const key = `${id}#99`;
  await house.sql(
    `update obligation_row set key = $2, about = $2, duty = $3, kind = $4, to_role = $5, escalate_to = $6, needs_confirmation = false where pathway_id = $1 and duty = 'VURDERING-BRUTT'`,
    [pathwayId, key, id, kind, to, escalate?.to ?? null]);
  return { pathwayId, key };
}

async function setContact(pathwayId: string, role: string): Promise<void> {
  number += 1;
  await house.ledger.setContact(pathwayId, role, {
    name: `Mottaker ${number}`, email: `rolle-${number}@prove.example`, ...(inNetwork.includes(role) && { hprNumber: `76${String(number).padStart(5, '0')}`, herId: '80200' }),
  }, coordinator);
}

const plan = (pathwayId: string, key: string, purpose: 'ask' | 'escalate') => house.ledger.planReminder({ pathwayId, key, attempt: 20_260_413, purpose, wording: purpose === 'ask' ? 'remind' : 'escalate' });

async function sentBy(planned: Planned): Promise<Digest> {
  if (!planned.go || planned.digests[0] === undefined) throw new Error(JSON.stringify(planned));
  const { digestId, receiverId, at } = planned.digests[0];
  house.at(at);
  const claim = await house.ledger.claimDigest({ digestId, receiverId, channels: [health, email] });
  if (!claim.go) throw new Error(JSON.stringify(claim));
  await house.ledger.settleDigest(claim.digest, { status: 'sent', messageId: claim.digest.messageId, externalId: null, receiptDueAt: null, template: 'remind@1' });
  return claim.digest;
}

const proofOf = async (pathwayId: string) => (await house.ledger.reminders({ pathwayId })).rows;

const duties = new Map(rules.definitions().flatMap((definition) => definition.duties.map((duty): [string, DutySpec] => [duty.id, duty])));
// Helfo is told by a notice that a person confirms, with tests of its own.
const asked = [...duties.values()].filter(({ to }) => to !== 'helfo');
/** Roles that the definitions name and no duty asks yet: the machinery must reach them the day one does. */
const unasked = [...new Set(rules.definitions().flatMap((definition) => Object.keys(definition.roles)))].filter((role) => !['helfo', 'statsforvalter'].includes(role) && !asked.some(({ to }) => to === role));

const everyone: [string, string, Asks][] = [
  ...asked.map((duty): [string, string, Asks] => [duty.id, duty.to, duty]),
  ...unasked.map((to): [string, string, Asks] => [`PROVE-${to.toUpperCase()}`, to, { id: `PROVE-${to.toUpperCase()}`, kind: 'remind', to }]),
];

describe('every duty of the definitions', () => {
  test('asks somebody; the definitions name those whom the issue names', () => {
    expect(everyone.map(([, to]) => to)).toEqual(expect.arrayContaining(['koordinator', 'spesialist', 'behandler', 'fastlege', 'lms', 'skole', 'kommune', 'pasient', 'barneavdeling']));
  });

  test.each(everyone)('%s reaches %s by the way that they may have, and the coordinator when it is not done', async (id, to, duty) => {
    const { pathwayId, key } = await owing(duty);
    await setContact(pathwayId, to);
    const message = await sentBy(await plan(pathwayId, key, 'ask'));
    expect(message).toMatchObject({ address: { email: `rolle-${number}@prove.example` }, items: [{ duty: id, kind: duty.kind, purpose: 'ask' }] });
    // Only the health network may carry who the patient is.
    if (inNetwork.includes(to)) expect(message).toMatchObject({ channel: 'dialogmelding', items: [{ patient: { name: 'Kari-Anne Prøvesen' } }] });
    else expect(message).toMatchObject({ channel: 'email', items: [{ patient: null }] });
    if (to !== 'koordinator') await setContact(pathwayId, 'koordinator');
    const escalated = await sentBy(await plan(pathwayId, key, 'escalate'));
    expect(escalated).toMatchObject({ channel: 'email', address: { email: `rolle-${number}@prove.example` }, items: [{ purpose: 'escalate', patient: null }] });
    const rows = await proofOf(pathwayId);
    expect(rows.map(({ purpose, role, state }) => [purpose, role, state]).sort()).toEqual([['ask', to, 'escalated'], ['escalate', 'koordinator', 'sent']]);
  });
});

test.each(languages.flatMap((language) => wordings.map((wording) => [wording, language] as const)))('what e-mail says (%s, %s) tells nothing of a patient or of what is asked', (wording, language) => {
  const item = { wording, language, carries: 'nothing', reference: '5A1C0934', link: 'https://forlop.example/pasient/x', answerLink: null, due: null, organisation: 'Nordlia sykehus' } as const;
  const { content } = renderItem(shippedTemplates, item, '2026-04-13' as never);
  const titles = asked.flatMap(({ title }) => [title.nb.toLowerCase()]);
  const said = JSON.stringify(content).toLowerCase();
  expect(titles.filter((title) => said.includes(title))).toEqual([]);
  expect(said).not.toMatch(/utmattelse|smerte|me\/cfs|cfs|diagnose|opioid|rehabilitering/);
});

describe('whoever has no contact of their own', () => {
  test.each(['pasient', 'foresatt', 'skole', 'kommune'])('%s: nobody is asked in their place, and the coordinator has it at once', async (to) => {
    const { pathwayId, key } = await owing({ id: 'PROVE-UTEN', kind: 'remind', to });
    expect(await plan(pathwayId, key, 'ask')).toMatchObject({ go: true, digests: [] });
    expect(await proofOf(pathwayId)).toMatchObject([{ role: to, state: 'failed', code: 'no-address' }]);
  });
});

describe('what is asked of a patient', () => {
  const prom: Asks = { id: 'PROM-1-AR-INNHENT', kind: 'collect-prom', to: 'pasient' };
  test.each([
    ['the day before she is 16, of whoever answers for her', '2010-04-14', 'foresatt'],
    ['the day she is 16, of her', '2010-04-13', 'pasient'],
    ['of an adult, of her', '1985-04-15', 'pasient'],
  ])('is asked %s', async (_when, born, to) => {
    const { pathwayId, key } = await owing(prom, born);
    for (const role of ['pasient', 'foresatt']) await setContact(pathwayId, role);
    const message = await sentBy(await plan(pathwayId, key, 'ask'));
    expect(message).toMatchObject({ channel: 'email', items: [{ patient: null }] });
    expect(await proofOf(pathwayId)).toMatchObject([{ role: to, receiverName: null, state: 'sent' }]);
  });
});
