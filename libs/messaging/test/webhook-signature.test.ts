import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { checkWebhook, ReachableAddresses, signWebhook, webhookKey } from '../src/index.js';

const key = webhookKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')!;
const other = randomBytes(32);
const now = 1_614_265_330_000;

describe('a webhook signature', () => {
  test('is the one that the makers of Standard Webhooks give as an example', () => {
    const headers = signWebhook('msg_p5jXN8AQM9LWM0D4loKWxJek', '{"test": 2432232314}', [key], now);
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('is believed for its id and body, and for nothing else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,40}$/), fc.string(), fc.string({ minLength: 1 }), (id, body, more) => {
        const headers = { ...signWebhook(id, body, [key], now) };
        expect(checkWebhook(headers, body, [key], now)).toEqual({ ok: true, id });
        expect(checkWebhook(headers, body + more, [key], now)).toEqual({ ok: false, why: 'forged' });
        expect(checkWebhook({ ...headers, 'webhook-id': `${id}x` }, body, [key], now)).toEqual({ ok: false, why: 'forged' });
        expect(checkWebhook({ ...headers, 'webhook-timestamp': '1614265331' }, body, [key], now)).toEqual({ ok: false, why: 'forged' });
        expect(checkWebhook(headers, body, [other], now)).toEqual({ ok: false, why: 'forged' });
      }),
    );
  });

  test('holds while secrets are changed, on either side', () => {
    const headers = { ...signWebhook('a', 'b', [other, key], now) };
    expect(checkWebhook(headers, 'b', [key], now)).toMatchObject({ ok: true });
    expect(checkWebhook({ ...signWebhook('a', 'b', [key], now) }, 'b', [other, key], now)).toMatchObject({ ok: true });
  });

  test.each([[-301_000], [301_000]])('%i ms from its time is stale', (away) => {
    expect(checkWebhook({ ...signWebhook('a', 'b', [key], now) }, 'b', [key], now + away)).toEqual({ ok: false, why: 'stale' });
  });

  test.each([{}, { 'webhook-id': 'a' }, { 'webhook-id': 'a', 'webhook-timestamp': 'x', 'webhook-signature': 'v1,' }])('%j is unsigned', (headers) => {
    expect(checkWebhook(headers, '', [key], now)).toEqual({ ok: false, why: 'unsigned' });
  });

  test.each(['', 'whsec_', 'whsec_c2hvcnQ=', `whsec_${randomBytes(65).toString('base64')}`, randomBytes(32).toString('base64')])('«%s» is no secret', (secret) => expect(webhookKey(secret)).toBeNull());
});

describe('addresses that may be asked', () => {
  const open = new ReachableAddresses([]);

  test.each(['8.8.8.8', '193.156.1.1', '172.15.255.255', '172.32.0.0', '2a00:1450:400f::1', '2606:4700::1111'])('%s', (address) => expect(open.allows(address)).toBe(true));

  test.each([
    '127.0.0.1', '127.255.255.255', '0.0.0.0', '10.0.0.1', '100.64.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', 'fd00::1', 'fe80::1', 'ff02::1', '2001:db8::1',
  ])('not %s', (address) => expect(open.allows(address)).toBe(false));

  test('a network that is opened is, and no more than it', () => {
    const some = new ReachableAddresses(['10.1.0.0/16', 'fd12::/32', '192.168.1.7']);
    for (const address of ['10.1.2.3', 'fd12::1', '192.168.1.7']) expect(some.allows(address)).toBe(true);
    for (const address of ['10.2.0.1', 'fd13::1', '192.168.1.8', '::ffff:10.1.2.3', '127.0.0.1']) expect(some.allows(address)).toBe(false);
  });
});
