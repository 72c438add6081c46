import { describe, expect, test } from '@jest/globals';
import { addressFor, ChannelRefused, ChannelUnavailable, type ChannelAddress, type Outgoing } from '../src/index.js';

const to = (address: ChannelAddress): Outgoing => ({
  messageId: 'a1', receiver: { name: null, address }, language: 'nb', subject: '', text: '', items: [], digest: false, madeAt: '2026-04-08T06:30:00.000Z', repeated: false,
});

describe('channel', () => {
  test('an address is given to its own channel and refused for another', () => {
    expect(addressFor('email', to({ channel: 'email', email: 'lege@legekontor.example' }))).toEqual({ channel: 'email', email: 'lege@legekontor.example' });
    expect(() => addressFor('email', to({ channel: 'dialogmelding', herId: '8094866' }))).toThrow(ChannelRefused);
  });

  test('what may be tried again says when, and whether it may have arrived', () => {
    expect(new ChannelUnavailable('timeout', { retryAfterMs: 5_000, maybeSent: true })).toMatchObject({ code: 'timeout', retryAfterMs: 5_000, maybeSent: true });
    expect(new ChannelUnavailable('timeout')).toMatchObject({ retryAfterMs: null, maybeSent: false });
  });
});
