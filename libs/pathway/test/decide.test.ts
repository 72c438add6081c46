import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { decide, type CommandRequest, type Decision, type Definition } from '@forlop/pathway';
import { events, input, nb, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];

/** `prove` with commands that warn, set data and record what has no room for text. */
const definition: Definition = {
  ...prove,
  commands: [
    ...prove.commands,
    { id: 'start', title: nb('Start'), records: 'startet', from: '*', warns: [{ if: { group: 'barn' }, code: 'is-child', sentence: nb('Pasienten er et barn.') }] },
    { id: 'utsettEtterOnske', title: nb('Utsett etter ønske'), records: 'utsatt', from: ['venter'], sets: { kode: '22' } },
    { id: 'avslutt', title: nb('Avslutt'), records: 'avsluttet', from: ['mottatt'] },
    { id: 'meldOvergang', title: nb('Meld overgang'), records: 'overlevert', from: ['venter', 'igang', 'oppfolging'] },
  ],
};
const rules = rulesWith(definition);

function deciding(facts: readonly Short[], request: Partial<CommandRequest> & { command: string }, asOf = '2026-03-20', more = {}): Decision {
  return decide(input(events({}, ...facts), asOf, { rules, ...more }), { occurredOn: asOf, data: {}, hasText: false, ...request });
}
/** A decision in one word: `ok`, `refused: …` or the errors' paths and codes. */
function verdict(decision: Decision): string | string[] {
  if (decision.ok) return 'ok';
  return decision.refusal !== null ? `refused: ${decision.refusal.code}` : decision.errors.map((e) => `${e.path} ${e.code}`);
}
const warnings = (decision: Decision): string[] => (decision.ok ? decision.warnings.map((w) => w.code) : []);

const received: Short = ['mottatt', '2026-03-02'];
const assessed: Short[] = [received, ['vurdert', '2026-03-09', { utfall: 'rett' }]];
const child = { birthDate: osloDate('2012-03-03') };

describe('a command that may be given', () => {
  test('records its event as a decision on its own day', () => {
    expect(deciding([received], { command: 'vurder', occurredOn: '2026-03-19', data: { utfall: 'rett' } })).toEqual({
      ok: true, event: { type: 'vurdert', kind: 'decision', occurredOn: '2026-03-19', data: { utfall: 'rett' } }, warnings: [],
    });
  });
  test('sets its own data over what was sent', () => {
    const decision = deciding(assessed, { command: 'utsettEtterOnske', data: { kode: '1', nyDato: '2026-05-01' }, hasText: true });
    expect(decision.ok && decision.event.data).toEqual({ kode: '22', nyDato: '2026-05-01' });
  });
  test('is decided by what was known, not by what was recorded since', () => {
    const facts: Short[] = [...assessed];
    expect(verdict(deciding(facts, { command: 'vurder', data: { utfall: 'rett' } }, '2026-03-20', { knownAt: 2 }))).toBe('ok');
    expect(verdict(deciding(facts, { command: 'vurder', data: { utfall: 'rett' } }))).toBe('refused: step-does-not-allow');
  });
});

describe('refusals', () => {
  test('an unknown command', () => {
    expect(deciding([received], { command: 'fly' })).toMatchObject({ ok: false, errors: [], refusal: { code: 'unknown-command', sentence: { nb: 'Kommandoen «fly» finnes ikke i prove.' } } });
  });
  test.each([
    ['settFrist', 'Pasienten er i steget «I gang». Dette kan gjøres i «Mottatt» eller «Venter på oppstart».', 'The patient is in the step “I gang”. This can be done in “Mottatt” or “Venter på oppstart”.'],
    ['vurder', 'Pasienten er i steget «I gang». Dette kan gjøres i «Mottatt».', 'The patient is in the step “I gang”. This can be done in “Mottatt”.'],
  ])('by the step: %s', (command, no, en) => {
    expect(deciding([...assessed, ['startet', '2026-03-10']], { command })).toMatchObject({ ok: false, errors: [], refusal: { code: 'step-does-not-allow', sentence: { nb: no, en } } });
  });
  test('by the step, of three or more', () => {
    const decision = deciding([received], { command: 'meldOvergang' });
    expect(!decision.ok && decision.refusal?.sentence.nb).toContain('i «Venter på oppstart», «I gang» eller «Oppfølging».');
  });
  test('by a condition, in its own words', () => {
    expect(deciding([received, ['startet', '2026-03-10']], { command: 'holdMote' })).toMatchObject({ ok: false, refusal: { code: 'not-assessed', sentence: { nb: 'Henvisningen er ikke vurdert.' } } });
    expect(verdict(deciding([...assessed, ['startet', '2026-03-10']], { command: 'holdMote', data: { deltakere: ['fastlege'] } }))).toBe('ok');
  });
  test('after death, whatever the command', () => {
    expect(deciding([...assessed, ['dod', '2026-03-12']], { command: 'utsett' })).toMatchObject({
      ok: false, refusal: { code: 'everything-ended', sentence: { nb: 'Forløpet ble avsluttet 2026-03-12. Registrer en rettelse hvis det er feil.' } },
    });
  });
  test('come before the errors in the data', () => {
    expect(deciding(assessed, { command: 'vurder', occurredOn: 'snart' })).toMatchObject({ ok: false, errors: [], refusal: { code: 'step-does-not-allow' } });
  });
});

describe('errors in the data', () => {
  test('name their places, and are no refusal', () => {
    const decision = deciding(assessed, { command: 'settFrist', occurredOn: '2026-03-21', data: { dato: 'snart', annet: 1 } });
    expect(verdict(decision)).toEqual(['/occurredOn date-in-future', '/data/annet unknown-field', '/data/dato not-a-date']);
  });
  test('dates are checked against today and the birth', () => {
    expect(verdict(deciding([received], { command: 'vurder', occurredOn: '2012-03-02', data: { utfall: 'rett' } }, '2026-03-20', child))).toEqual(['/occurredOn date-before-birth']);
  });
  test('a reason that the event always asks for', () => {
    expect(verdict(deciding(assessed, { command: 'utsett', data: { kode: '1' } }))).toEqual(['/text reason-required']);
    expect(verdict(deciding(assessed, { command: 'utsett', data: { kode: '1' }, hasText: true }))).toBe('ok');
  });
  test('a text where there is no room and nothing to give a reason for', () => {
    expect(verdict(deciding(assessed, { command: 'start', hasText: true }))).toEqual(['/text text-not-allowed']);
  });
});

describe('what is only recommended warns and asks for a reason, and never refuses (REF-6)', () => {
  test('a condition of the command', () => {
    expect(verdict(deciding(assessed, { command: 'start' }))).toBe('ok');
    expect(deciding(assessed, { command: 'start' }, '2026-03-20', child)).toEqual({
      ok: false, refusal: null, errors: [{ path: '/text', code: 'reason-required', sentence: 'Pasienten er et barn. Skriv en begrunnelse.' }],
    });
  });
  test('with a reason it is accepted, also where the event has no room for text of its own', () => {
    const decision = deciding(assessed, { command: 'start', hasText: true }, '2026-03-20', child);
    expect([verdict(decision), warnings(decision)]).toEqual(['ok', ['is-child']]);
  });

  const underWay: Short[] = [...assessed, ['startet', '2026-03-10']];
  const meeting = (deltakere: string[], hasText: boolean, more = {}) => deciding(underWay, { command: 'holdMote', data: { deltakere }, hasText }, '2026-03-20', more);
  test('a gate that warns', () => {
    expect(meeting([], false)).toMatchObject({ ok: false, refusal: null, errors: [{ code: 'reason-required', sentence: 'Fastlegen deltar: mangler fastlege. Skriv en begrunnelse.' }] });
    expect(warnings(meeting([], true))).toEqual(['requirement-not-met']);
    expect(warnings(meeting(['fastlege'], false))).toEqual([]);
  });
  test('a gate that blocks is told, not refused: the event is kept but does not count', () => {
    const decision = meeting(['fastlege'], true, child);
    expect(decision).toMatchObject({ ok: true, warnings: [{ code: 'requirement-blocks', sentence: { nb: 'Skolen deltar: mangler skole. Det registreres, men regnes ikke som gjennomført.' } }] });
    expect(warnings(meeting([], true, child))).toEqual(['requirement-blocks', 'requirement-not-met']);
  });

  test('a new date after the breach', () => {
    const facts: Short[] = [...assessed, ['fristSatt', '2026-03-09', { dato: '2026-03-15' }]];
    expect(deciding(facts, { command: 'settFrist', data: { dato: '2026-04-15' } })).toMatchObject({
      ok: false, errors: [{ code: 'reason-required', sentence: 'Fristen 2026-03-15 er alt passert. En ny dato endrer ikke bruddet. Skriv en begrunnelse.' }],
    });
  });

  test('an event dated so that others no longer fit', () => {
    expect(deciding([received], { command: 'start', occurredOn: '2026-03-01' })).toMatchObject({
      ok: false,
      errors: [
        { sentence: '«Startet» 2026-03-01 er ikke ventet i steget «Ny», og blir lagt på listen over avvik. Skriv en begrunnelse.' },
        { sentence: '«Mottatt» 2026-03-02 er ikke ventet i steget «I gang», og blir lagt på listen over avvik. Skriv en begrunnelse.' },
        { sentence: 'Start, voksen: det som oppfyller den, er registrert før den begynner å løpe 2026-03-02. Skriv en begrunnelse.' },
      ],
    });
    expect(warnings(deciding([received], { command: 'start', occurredOn: '2026-03-01', hasText: true }))).toEqual(['unexpected-in-step', 'unexpected-in-step', 'met-before-start']);
  });
  test('but not what was amiss already', () => {
    expect(warnings(deciding([received, ['startet', '2026-03-01']], { command: 'utsett', data: { kode: '1' }, hasText: true }))).toEqual([]);
  });
});

describe('a date beyond the guiding frist (adult: received 2026-03-02, twelve weeks, 2026-05-25)', () => {
  const setting = (dato: string, hasText = false, facts: readonly Short[] = assessed) => deciding(facts, { command: 'settFrist', data: { dato }, hasText });
  test('on the guiding date: nothing to say', () => {
    expect(setting('2026-05-25')).toMatchObject({ ok: true, warnings: [] });
  });
  test('the day after: a reason is asked for', () => {
    expect(setting('2026-05-26')).toEqual({
      ok: false, refusal: null,
      errors: [{ path: '/text', code: 'reason-required', sentence: 'Datoen 2026-05-26 er senere enn den veiledende fristen 2026-05-25 (START-VOKSEN). Skriv en begrunnelse.' }],
    });
  });
  test('however long, with a reason it is never refused', () => {
    expect(warnings(setting('2027-05-26', true))).toEqual(['longer-than-guiding']);
  });
  test('a child is held against its own guide', () => {
    const decision = deciding(assessed, { command: 'settFrist', data: { dato: '2026-04-28' }, hasText: true }, '2026-03-20', child);
    expect(decision.ok && decision.warnings.map((w) => w.sentence.en)).toEqual(['The date 2026-04-28 is later than the guiding frist 2026-04-27 (START-BARN).']);
  });
  test('a command that does not touch the date is not asked about it again', () => {
    const facts: Short[] = [...assessed, ['fristSatt', '2026-03-09', { dato: '2026-09-01' }]];
    expect(deciding(facts, { command: 'start' })).toMatchObject({ ok: true, warnings: [] });
    expect(warnings(setting('2026-09-01', true, facts))).toEqual([]);
    expect(warnings(setting('2026-09-02', true, facts))).toEqual(['longer-than-guiding']);
  });
});
