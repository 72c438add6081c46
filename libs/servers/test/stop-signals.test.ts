import { expect, test } from '@jest/globals';
import { onStopSignals } from '../src/stop-signals.js';

test.each([
  ['one Ctrl-C, which npm passes on as well', [0, 3], ['stop']],
  ['a second Ctrl-C by someone who will not wait', [0, 3, 1_500], ['stop', 'now']],
  ['the second and its echo', [0, 1_500, 1_502], ['stop', 'now', 'now']],
])('%s', (_what, times, expected) => {
  const heard: string[] = [];
  let clock = 0;
  const stopListening = onStopSignals({ onStop: () => heard.push('stop'), onStopNow: () => heard.push('now'), now: () => clock });
  for (const time of times) {
    clock = time;
    process.emit('SIGINT', 'SIGINT');
  }
  stopListening();
  expect(heard).toEqual(expected);
});
