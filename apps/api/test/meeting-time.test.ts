import { expect, test } from '@jest/globals';
import { inNorway } from '../src/working/meeting-time.js';

test.each([
  ['winter', '2026-12-15T10:00', '2026-12-15T09:00:00.000Z'],
  ['summer', '2026-06-15T10:00', '2026-06-15T08:00:00.000Z'],
  ['the hour that is skipped in spring', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['the hour that comes twice in autumn', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['seconds', '2026-12-15T10:00:00', '2026-12-15T09:00:00.000Z'],
  ['a zone of its own', '2026-12-15T10:00:00+01:00', '2026-12-15T10:00:00+01:00'],
  ['UTC', '2026-12-15T09:00:00Z', '2026-12-15T09:00:00Z'],
])('a time in %s', (_, time, instant) => expect(inNorway({ startsAt: time, endsAt: time, form: 'video' })).toEqual({ startsAt: instant, endsAt: instant, form: 'video' }));
