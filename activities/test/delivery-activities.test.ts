import { describe, expect, test } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { MessageContent } from '@forlop/ledger';
import { MailRefused, type Mail, type Mailer } from '@forlop/messaging';
import { DefaultLogger } from '@temporalio/worker';
import type { AttemptRef, DeliveryActivities } from '@forlop/workflows';
import { deliveryActivities } from '../src/index.js';

const attempt: AttemptRef = { pathwayId: '5a1c0934-0000-4000-8000-000000000001', key: 'PLIKT-KONTAKT#1', attempt: 20260408, purpose: 'ask' };
type Deliver = DeliveryActivities['deliver'];
const call = { ...attempt, message: { id: 'm1' }, wording: 'remind' as const };

class RecordingMailer implements Mailer {
  readonly sent: Mail[] = [];
  /** Thrown, once each, by address. */
  readonly failures = new Map<string, Error>();
  onSend: () => void = () => undefined;

  async send(mail: Mail): Promise<void> {
    const failure = this.failures.get(mail.to);
    this.failures.delete(mail.to);
    if (failure) throw failure;
    this.sent.push(mail);
    this.onSend();
  }
  async verify(): Promise<void> {}
  close(): void {}
}

function content(emails: readonly (string | null)[]): MessageContent {
  return {
    id: 'm1',
    attempt,
    kind: 'remind',
    duty: 'PLIKT-KONTAKT',
    dutyTitle: 'Kontakt med fastlegen',
    clock: 'KLOKKE',
    clockTitle: 'Kontakt',
    dueOn: '2026-04-08',
    template: null,
    to: emails.map((email) => ({ role: 'fastlege', name: 'Lege Legesen', email })),
    patient: { name: 'Kari Prøve', birthDate: '1990-01-01' },
    organisation: 'Sykehuset Fjord',
    possiblySentTwice: false,
    withdraws: [],
  };
}

function courier(emails: readonly (string | null)[], effectsOn = true) {
  const mailer = new RecordingMailer();
  const ledger = { messageContent: async () => content(emails), effects: async () => ({ on: effectsOn, by: 'system', at: '2026-01-01T00:00:00.000Z', why: '' }) };
  const { deliver } = deliveryActivities({ ledger, mailer, publicUrl: 'https://forlop.example', domain: 'sykehus.example' });
  return { mailer, deliver, addresses: () => mailer.sent.map((mail) => mail.to) };
}

const quiet = { logger: new DefaultLogger('ERROR', () => undefined) };
const run = (deliver: Deliver, environment = new MockActivityEnvironment({}, quiet)) => environment.run(deliver, call) as ReturnType<Deliver>;

describe('delivery', () => {
  test('writes what waits, with reference, date and link, and nothing about the patient', async () => {
    const { mailer, deliver } = courier(['lege@legekontor.example']);
    const { messageId } = await run(deliver);
    const [mail] = mailer.sent;
    expect(mail).toMatchObject({ to: 'lege@legekontor.example', messageId });
    expect(mail?.text).toContain('Referanse: 5A1C0934');
    expect(mail?.text).toContain('Frist: onsdag 8. april 2026');
    expect(mail?.text).toContain('https://forlop.example/pasient/5a1c0934-');
    for (const personal of ['Kari', 'Prøve', '1990', 'Legesen']) expect(`${mail?.subject}${mail?.text}`).not.toContain(personal);
  });

  test('sent again, each mail has the Message-ID that it had', async () => {
    const { mailer, deliver } = courier(['a@x.example', 'b@x.example']);
    await run(deliver);
    await run(deliver);
    const ids = mailer.sent.map((mail) => mail.messageId);
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
    expect(new Set(ids).size).toBe(2);
  });

  test('after a passing failure it goes on with those who are left', async () => {
    const { mailer, deliver, addresses } = courier(['a@x.example', 'b@x.example', 'c@x.example']);
    mailer.failures.set('b@x.example', new Error('ECONNRESET'));
    const beats: unknown[] = [];
    const first = new MockActivityEnvironment({}, quiet);
    first.on('heartbeat', (details: unknown) => beats.push(details));
    await expect(run(deliver, first)).rejects.toThrow('ECONNRESET');
    await run(deliver, new MockActivityEnvironment({ heartbeatDetails: beats.at(-1) }, quiet));
    expect(addresses()).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
  });

  test('someone who cannot be reached is a final failure, after the others have been sent to', async () => {
    const { mailer, deliver, addresses } = courier(['a@x.example', 'b@x.example', 'c@x.example']);
    mailer.failures.set('a@x.example', new MailRefused(550));
    await expect(run(deliver)).rejects.toMatchObject({ type: 'mail-refused', nonRetryable: true });
    expect(addresses()).toEqual(['b@x.example', 'c@x.example']);
  });

  test.each([[[]], [[null]]])('with addressees %j nobody is reached', async (emails) => {
    const { deliver } = courier(emails);
    await expect(run(deliver)).rejects.toMatchObject({ type: 'no-address', nonRetryable: true });
  });

  test('while effects are off nothing is sent, and it is tried again', async () => {
    const { deliver, addresses } = courier(['a@x.example'], false);
    await expect(run(deliver)).rejects.toMatchObject({ type: 'effects-off', nonRetryable: false });
    expect(addresses()).toEqual([]);
  });

  test('stopped on the way, the rest is not sent', async () => {
    const { mailer, deliver, addresses } = courier(['a@x.example', 'b@x.example']);
    const environment = new MockActivityEnvironment({}, quiet);
    mailer.onSend = () => environment.cancel();
    await expect(run(deliver, environment)).rejects.toMatchObject({ name: 'CancelledFailure' });
    expect(addresses()).toEqual(['a@x.example']);
  });
});
