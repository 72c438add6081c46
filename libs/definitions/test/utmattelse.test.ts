import { describe, expect, test } from '@jest/globals';
import { clockOn, commandOn, decideOn, findingsOn, on, openDuties, statusOn, type Entry, type Patient } from './history.js';

const ALL_TESTS = ['utelukkelsesdiagnostikk', 'anti-ccp', 'acth', 'pro-bnp'];
const GROUNDS = ['pem', 'nasjonal-veileder', 'nodvendig-utredning'];
const child: Patient = { birthDate: '2012-06-01' };

/** An adult (or child) until assessment is under way. */
const inAssessment: Entry[] = [
  ['henvisningMottatt', '2026-01-05', { grunn: 'usikker-diagnose', funksjonstap: 60, prover: ALL_TESTS }],
  ['vurdert', '2026-01-12', { utfall: 'rett' }],
  ['fristSatt', '2026-01-12', { dato: '2026-03-30' }],
  ['svarSendt', '2026-01-13', { til: 'pasient', innhold: ['utfall', 'frist', 'time', 'klagerett'] }],
  ['helsehjelpStartet', '2026-02-02'],
];
const diagnosed: Entry[] = [...inAssessment, ['diagnoseSatt', '2026-03-02', { diagnose: 'cfs-me', grunnlag: GROUNDS }]];
const assessed = (konklusjon: string, before: readonly Entry[] = inAssessment): Entry[] => [...before, ['utredningAvsluttet', '2026-03-16', { konklusjon }]];
const cfsMe = assessed('cfs-me', diagnosed);
const meeting = (deltakere: string[], more = {}): Entry => ['tilbakeforingsmoteHoldt', '2026-03-30', { deltakere, ...more }];
const returned: Entry[] = [...cfsMe, meeting(['pasient', 'fastlege'])];

describe('the two sets of times', () => {
  const open = (tidssett: string) => on('2026-01-05', inAssessment.slice(0, 1), { parameters: { tidssett } }).clocks.map((c) => c.clock).filter((id) => /^(FRIST-START|FORLOP)/.test(id));
  test.each([
    ['nettverk', ['FRIST-START-VOKSEN-12U']], ['nasjonalt-utkast', ['FORLOP-UTREDNING-8U']], ['begge', ['FRIST-START-VOKSEN-12U', 'FORLOP-UTREDNING-8U']],
  ])('%s', (tidssett, clocks) => {
    expect(open(tidssett)).toEqual(clocks);
  });
  test('the draft’s times follow each other, and close on transfer', () => {
    const rows = on('2026-04-01', returned).clocks;
    const dates = (id: string) => rows.find((c) => c.clock === id);
    expect(dates('FORLOP-UTREDNING-8U')).toMatchObject({ startOn: '2026-01-05', dueOn: '2026-03-02', metOn: '2026-02-02', ruleStatus: 'draft', kind: 'pathway' });
    expect(dates('FORLOP-OPPSUMMERENDE-4U')).toMatchObject({ startOn: '2026-02-02', dueOn: '2026-03-02', metOn: '2026-03-30' });
    expect(dates('FORLOP-OPPFOLGENDE-26U')).toMatchObject({ startOn: '2026-03-30', dueOn: '2026-09-28' });
    expect(clockOn('2026-04-02', 'FORLOP-OPPFOLGENDE-26U', [...returned, ['overfort', '2026-04-02']])?.endedAs).toBe('overfort');
  });
  test('a missed one asks for a reason, and never leaves the house', () => {
    expect(openDuties('2026-03-03', cfsMe.slice(0, 6))).toContain('FORLOP-OPPSUMMERENDE-BEGRUNN');
    const reasoned: Entry[] = [...diagnosed, ['avvikBegrunnet', '2026-03-03', { forlopstid: 'oppsummerende' }]];
    expect(openDuties('2026-03-03', reasoned)).not.toContain('FORLOP-OPPSUMMERENDE-BEGRUNN');
    expect(openDuties('2026-12-03', cfsMe)).not.toContain('HELFO-VARSEL');
  });
  test('only the follow-up meeting’s outcome meets the last one', () => {
    const closed = (utfall: string) => statusOn('2026-09-01', 'FORLOP-OPPFOLGENDE-26U', [...returned, ['pakkeforlopAvsluttet', '2026-09-01', { utfall }]]);
    expect([closed('oppfolgende-mote-gjennomfort'), closed('andre-arsaker')]).toEqual(['met', 'closed']);
  });
});

describe('the referral', () => {
  test('lacks tests: a supplement is asked for, the assessment does not stop for it', () => {
    const poor: Entry[] = [['henvisningMottatt', '2026-01-05', { grunn: 'usikker-diagnose', prover: ['acth'] }]];
    expect(on('2026-01-05', poor).requirements.find((r) => r.id === 'HENVISNING-PROVER')?.missing).toEqual([['utelukkelsesdiagnostikk'], ['anti-ccp'], ['pro-bnp']]);
    expect(openDuties('2026-01-05', poor)).toContain('SUPPLEMENT-ETTERSPORRES-PAMINN');
    const asked: Entry[] = [...poor, ['supplementEtterspurt', '2026-01-06', { foresporselId: 's', mangler: ['anti-ccp'] }]];
    expect(openDuties('2026-01-06', asked)).toEqual(['SUPPLEMENT-PAMINN-FASTLEGE']);
    expect(clockOn('2026-01-06', 'FRIST-VURDERING', asked)?.dueOn).toBe('2026-01-19');
    expect(statusOn('2026-01-09', 'SUPPLEMENT', [...asked, ['henvisningSupplert', '2026-01-09', { foresporselId: 's', prover: ALL_TESTS }]])).toBe('met');
    expect(statusOn('2026-01-12', 'FRIST-VURDERING', [...asked, ['vurdert', '2026-01-12', { utfall: 'rett' }]])).toBe('met');
  });
  test('holds everything: nothing is asked for', () => {
    expect(statusOn('2026-01-05', 'SUPPLEMENT-ETTERSPORRES', inAssessment.slice(0, 1))).toBe('none');
  });
  test('another referrer than the fastlege is asked himself', () => {
    const other: Entry[] = [['henvisningMottatt', '2026-01-05', { henviserrolle: 'sykehus' }], ['supplementEtterspurt', '2026-01-06', { foresporselId: 's' }]];
    expect(openDuties('2026-01-06', other)).toEqual(['SUPPLEMENT-PAMINN-HENVISER']);
  });
  test('of a child needs none of the three grounds; of an adult it does', () => {
    const bare: Entry[] = [['henvisningMottatt', '2026-01-05', { prover: ALL_TESTS }]];
    expect(findingsOn('2026-01-05', bare, child)).toEqual([]);
    expect(findingsOn('2026-01-05', bare)).toEqual(['requirement-not-met HENVISNING-GRUNN']);
  });
  test('rejecting warns for a child, for less than 50 %, for lacking tests, and is not refused', () => {
    const codes = (data: Record<string, never> | object, patient: Patient = {}) => commandOn('2026-01-06', 'vurder-avslag', [['henvisningMottatt', '2026-01-05', data as never]], patient).warnings.map((w) => w.code);
    expect(codes({ prover: ALL_TESTS })).toEqual([]);
    expect(codes({ funksjonstap: 49 }, child)).toEqual(['mangelfull-henvisning', 'under-50', 'barn-henvises-alltid']);
  });
});

describe('groups', () => {
  const groups = (entries: Entry[], patient: Patient = {}) => on('2026-01-20', entries, patient).groups;
  test.each<[number, string, string]>([[50, 'MINST-50', 'UNDER-50'], [49.9, 'UNDER-50', 'MINST-50'], [0, 'UNDER-50', 'MINST-50'], [100, 'MINST-50', 'UNDER-50']])('a loss of %d %% is in %s', (funksjonstap, inGroup, notIn) => {
    const found = groups([['henvisningMottatt', '2026-01-05', { funksjonstap }]]);
    expect(found).toContain(inGroup);
    expect(found).not.toContain(notIn);
  });
  test.each<[string, boolean, boolean]>([['mild', false, false], ['moderat', false, false], ['alvorlig', true, false], ['svaert-alvorlig', true, true]])('%s', (grad, severe, verySevere) => {
    const found = groups([['henvisningMottatt', '2026-01-05'], ['alvorlighetVurdert', '2026-01-06', { grad }]]);
    expect([found.includes('ALVORLIG'), found.includes('SVAERT-ALVORLIG')]).toEqual([severe, verySevere]);
  });
  test.each([['2008-01-21', 'BARN'], ['2008-01-20', 'UNG-VOKSEN'], ['2000-01-21', 'UNG-VOKSEN'], ['2000-01-20', 'VOKSEN']])('born %s, referred that day: %s', (birthDate, variant) => {
    expect(on('2026-01-20', [['henvisningMottatt', '2026-01-20']], { birthDate })).toMatchObject({ variant });
  });
  test('less than 50 %: assessed like everyone, and advised whatever the outcome', () => {
    for (const utfall of ['rett', 'avslag', 'rad']) {
      const entries: Entry[] = [['henvisningMottatt', '2026-01-05', { funksjonstap: 30 }], ['vurdert', '2026-01-12', { utfall }]];
      expect(clockOn('2026-01-12', 'UNDER-50-RAD', entries)).toMatchObject({ dueOn: '2026-04-06', metOn: null });
      const closed: Entry[] = [...entries, ['forlopAvsluttet', '2026-02-02', { utfall: 'avslag' }]];
      expect(statusOn('2026-02-03', 'UNDER-50-RAD', closed)).toBe('running');
      expect(statusOn('2026-02-04', 'UNDER-50-RAD', [...closed, ['radGitt', '2026-02-04']])).toBe('met');
    }
  });
});

describe('the team', () => {
  const by = (...yrker: string[]): Entry[] => yrker.map((profesjon): Entry => ['utredningsbidrag', '2026-02-10', { profesjon }]);
  const findings = (extra: Entry[], patient: Patient = {}) => on('2026-03-16', assessed('uavklart', [...inAssessment, ...extra]), patient).findings.filter((f) => f.rule?.startsWith('TEAM')).map((f) => [f.rule, f.detail['missing']]);
  test('adult: doctor and psychologist or psychiatrist', () => {
    expect(findings(by('lege', 'psykiater'))).toEqual([]);
    expect(findings(by('lege'))).toEqual([['TEAM-HELSEFORETAK', ['psykolog|psykiater']]]);
  });
  test('adult: the decision that a psychologist need not take part is recorded instead', () => {
    expect(findings([...by('lege'), ['deltakelseVurdert', '2026-02-11', { profesjon: 'psykolog-psykiater', nodvendig: false }]])).toEqual([]);
    expect(findings([...by('lege'), ['deltakelseVurdert', '2026-02-11', { profesjon: 'psykolog-psykiater', nodvendig: true }]])).toHaveLength(1);
  });
  test('regional: also occupational therapist or physiotherapist', () => {
    const regional: Entry = ['utredningsnivaSatt', '2026-02-02', { niva: 'regionalt' }];
    expect(findings([regional, ...by('lege', 'psykolog')])).toEqual([['TEAM-REGIONALT', ['ergoterapeut|fysioterapeut']]]);
    expect(findings([regional, ...by('lege', 'psykolog', 'fysioterapeut')])).toEqual([]);
  });
  test('child: paediatrician, BUP, occupational therapist, special-needs teacher; others are sought', () => {
    expect(findings(by('barnelege', 'ergoterapeut'), child)).toEqual([['TEAM-BARN', ['bup', 'spesialpedagog']]]);
    expect(findings(by('barnelege', 'bup', 'ergoterapeut', 'spesialpedagog'), child)).toEqual([]);
    expect(on('2026-02-10', [...inAssessment, ...by('barnelege')], child).requirements.find((r) => r.id === 'TEAM-BARN')?.optionalMissing).toEqual(['fysioterapeut', 'kontaktsykepleier']);
  });
  test('what lacks is warned about and asks for a reason, and the care goes on', () => {
    expect(decideOn('2026-03-16', 'avslutt-utredning', { konklusjon: 'uavklart' }, inAssessment)).toMatchObject({ ok: false, errors: [{ code: 'reason-required' }] });
    expect(decideOn('2026-03-16', 'avslutt-utredning', { konklusjon: 'uavklart' }, inAssessment, { hasText: true })).toMatchObject({ ok: true });
  });
});

describe('the diagnosis', () => {
  test('of CFS/ME without PEM is warned about', () => {
    const without: Entry[] = [...inAssessment, ['diagnoseSatt', '2026-03-02', { diagnose: 'cfs-me', grunnlag: ['nasjonal-veileder', 'nodvendig-utredning'] }]];
    expect(on('2026-03-02', without).findings.map((f) => [f.rule, f.detail['missing']])).toEqual([['DIAGNOSE-GRUNNLAG', ['pem']]]);
    expect(findingsOn('2026-03-02', diagnosed)).toEqual([]);
    expect(findingsOn('2026-03-02', [...inAssessment, ['diagnoseSatt', '2026-03-02', { diagnose: 'annen-utmattelse' }]])).toEqual([]);
  });
  test('set by the fastlege before any referral leads straight to follow-up, not into a void', () => {
    const state = on('2026-01-05', [['diagnoseSatt', '2026-01-05', { diagnose: 'cfs-me', grunnlag: GROUNDS, sattAv: 'fastlege' }]]);
    expect(state).toMatchObject({ step: 'oppfolging', alarms: [] });
    expect(state.clocks.map((c) => c.clock)).toEqual(expect.arrayContaining(['FASTLEGE-KONTAKT', 'LMS-TILBUD', 'REVURDERING', 'OPPFOLGING']));
  });
  test('is removed on a clinician’s judgement only: criteria no longer met are not enough', () => {
    const revised: Entry[] = [...returned, ['diagnoseRevurdert', '2027-03-01', { utfall: 'kriterier-ikke-oppfylt' }]];
    expect(commandOn('2027-03-01', 'fjern-diagnose', returned).refusal?.code).toBe('ikke-revurdert');
    expect(decideOn('2027-03-02', 'fjern-diagnose', { grunnlag: ['klinisk-skjonn'] }, revised)).toMatchObject({ ok: false, errors: [{ path: '/text', code: 'reason-required' }] });
    const removed = (grunnlag: string[]) => on('2027-03-02', [...revised, ['diagnoseFjernet', '2027-03-02', { grunnlag }]]);
    expect(removed(['kriterier-ikke-oppfylt']).attributes['diagnose']).toBe('cfs-me');
    expect(removed(['kriterier-ikke-oppfylt', 'klinisk-skjonn']).attributes['diagnose']).toBe('fjernet');
    expect(removed(['klinisk-skjonn']).clocks.find((c) => c.key === 'REVURDERING#2')?.endedAs).toBe('diagnosen-fjernet');
  });
  test.each([[12, '2027-03-02'], [24, '2028-03-02'], [36, '2029-03-02']])('is re-evaluated every %d months, counted from the last time', (months, due) => {
    const patient = { parameters: { 'revurdering-intervall-maneder': months } };
    expect(clockOn('2026-04-01', 'REVURDERING', returned, patient)?.dueOn).toBe(due);
    const once: Entry[] = [...returned, ['diagnoseRevurdert', '2026-09-01', { utfall: 'opprettholdt' }]];
    expect(clockOn('2026-09-01', 'REVURDERING#2', once, patient)?.dueOn).toBe(due.replace('-03-02', '-09-01').replace(/^\d+/, (y) => String(Number(y))));
  });
  test.each([['2010-03-02', 'none'], ['2010-03-03', 'not-started'], ['2012-06-01', 'not-started']])('of one born %s, set on 2026-03-02: on becoming an adult %s', (birthDate, status) => {
    expect(statusOn('2026-04-01', 'REVURDERING-18', cfsMe, { birthDate })).toBe(status);
  });
  test('from the early teens is re-evaluated within a year of the 18th birthday', () => {
    expect(clockOn('2030-06-01', 'REVURDERING-18', cfsMe, child)).toMatchObject({ startOn: '2030-06-01', dueOn: '2031-06-01' });
    expect(findingsOn('2031-01-01', [...returned, ['diagnoseRevurdert', '2027-01-01', { utfall: 'opprettholdt' }]], child)).not.toContain('met-before-start REVURDERING-18');
  });
});

describe('tilbakeføring', () => {
  test('a child’s is not done without the school', () => {
    const held: Entry[] = [...cfsMe, meeting(['pasient', 'fastlege', 'foresatte'])];
    expect(on('2026-03-30', held, child)).toMatchObject({ step: 'tilbakeforing' });
    expect(findingsOn('2026-03-30', held, child)).toContain('requirement-blocks TILBAKEFORING-SKOLE');
    expect(clockOn('2026-03-30', 'TILBAKEFORING', held, child)?.metOn).toBeNull();
    expect(on('2026-03-30', [...cfsMe, meeting(['pasient', 'skole'])], child).step).toBe('oppfolging');
  });
  test('a recorded waiver of the school opens it: never a deadlock', () => {
    const waived: Entry[] = [...cfsMe, ['deltakelseFrafalt', '2026-03-20', { deltaker: 'skole', grunn: 'samtykke-mangler' }], meeting(['pasient', 'fastlege'])];
    expect(on('2026-03-30', waived, child).step).toBe('oppfolging');
    expect(decideOn('2026-03-20', 'frafall-deltakelse', { deltaker: 'skole', grunn: 'samtykke-mangler' }, cfsMe, child)).toMatchObject({ ok: false, errors: [{ code: 'reason-required' }] });
  });
  test('an adult’s should have fastlege and patient: without, it counts and asks for a reason', () => {
    const held: Entry[] = [...cfsMe, meeting(['pasient'])];
    expect(on('2026-03-30', held).step).toBe('oppfolging');
    expect(findingsOn('2026-03-30', held)).toContain('requirement-not-met TILBAKEFORING-VOKSEN');
    expect(decideOn('2026-03-30', 'hold-tilbakeforingsmote', { deltakere: ['pasient'] }, cfsMe)).toMatchObject({ ok: false, errors: [{ code: 'reason-required' }] });
  });
  test('without a meeting is for adults only', () => {
    expect(commandOn('2026-03-20', 'tilbakefor-uten-mote', cfsMe, child).refusal?.code).toBe('barn-skal-ha-mote');
    expect(on('2026-03-20', [...cfsMe, ['tilbakeforingFrafalt', '2026-03-20']], child).step).toBe('tilbakeforing');
    expect(on('2026-03-20', [...cfsMe, ['tilbakeforingFrafalt', '2026-03-20']])).toMatchObject({ step: 'oppfolging', alarms: [] });
  });
  test('is arranged from the end of the assessment, and asked for until a day is agreed', () => {
    expect(openDuties('2026-03-16', cfsMe)).toContain('TILBAKEFORING-AVTAL');
    const agreed: Entry[] = [...cfsMe, ['tilbakeforingsmoteAvtalt', '2026-03-17', { dato: '2026-04-08' }]];
    expect(openDuties('2026-04-01', agreed)).not.toEqual(expect.arrayContaining(['TILBAKEFORING-AVTAL']));
    expect(openDuties('2026-04-01', agreed)).not.toContain('TILBAKEFORING-I-FARE');
    expect(openDuties('2026-04-02', [...agreed, ['tilbakeforingsmoteAvlyst', '2026-04-02']])).toContain('TILBAKEFORING-I-FARE');
  });
  test('as the first ansvarsgruppe meeting elects its leader', () => {
    const group = (innhold: string[]) => on('2026-03-30', [...cfsMe, meeting(['skole'], { innhold })], child).requirements.find((r) => r.id === 'ANSVARSGRUPPE')?.missing;
    expect([group(['forste-ansvarsgruppemote']), group(['forste-ansvarsgruppemote', 'leder-valgt']), group([])]).toEqual([[['leder-valgt']], [], []]);
  });
});

describe('no outcome of the assessment ends in nothing', () => {
  test.each(['cfs-me', 'annen-utmattelse', 'annen-tilstand', 'uavklart'])('%s', (konklusjon) => {
    const state = on('2026-03-16', assessed(konklusjon));
    expect(state).toMatchObject({ step: 'tilbakeforing', alarms: [], noNextStepFrom: null });
    expect(state.nextSteps.map((n) => n.rule)).toEqual(expect.arrayContaining(['TILBAKEFORING', 'FASTLEGE-KONTAKT', 'KOMMUNE-TILBUD', 'LMS-TILBUD', 'REHABILITERING-VURDERING']));
  });
});

describe('læring og mestring', () => {
  test('declined counts as offered', () => {
    expect(statusOn('2026-03-20', 'LMS-TILBUD', [...cfsMe, ['lmsTilbudt', '2026-03-20', { svar: 'nei' }]])).toBe('met');
  });
  test('is never “not relevant” with CFS/ME', () => {
    expect(commandOn('2026-03-20', 'lms-ikke-relevant', cfsMe).refusal?.code).toBe('lms-skal-tilbys');
    expect(statusOn('2026-03-20', 'LMS-TILBUD', [...cfsMe, ['lmsIkkeRelevant', '2026-03-20']])).toBe('running');
  });
  test('may be with another fatigue, with a reason', () => {
    expect(decideOn('2026-03-20', 'lms-ikke-relevant', {}, assessed('annen-utmattelse'))).toMatchObject({ ok: false, errors: [{ code: 'reason-required' }] });
    expect(clockOn('2026-03-20', 'LMS-TILBUD', [...assessed('annen-utmattelse'), ['lmsIkkeRelevant', '2026-03-20']])?.endedAs).toBe('ikke-relevant');
  });
  test('one who said yes is followed to the course', () => {
    expect(statusOn('2026-03-20', 'LMS-GJENNOMFORING', [...cfsMe, ['lmsTilbudt', '2026-03-20', { svar: 'ja' }]])).toBe('running');
  });
});

describe('follow-up', () => {
  const contact = (day: string, rolle: string): Entry => ['kontaktRegistrert', day, { rolle }];
  test.each([[4, '2026-07-16', '2026-10-05'], [6, '2026-09-16', '2026-12-05']])('the fastlege, at least every %d months, from what was done', (months, first, second) => {
    const patient = { parameters: { 'fastlege-intervall-maneder': months } };
    expect(clockOn('2026-04-01', 'FASTLEGE-KONTAKT', returned, patient)?.dueOn).toBe(first);
    expect(clockOn('2026-06-05', 'FASTLEGE-KONTAKT#2', [...returned, contact('2026-06-05', 'fastlege')], patient)?.dueOn).toBe(second);
  });
  test('another’s contact is not the fastlege’s', () => {
    expect(clockOn('2026-06-05', 'FASTLEGE-KONTAKT', [...returned, contact('2026-06-05', 'fysioterapeut')])?.metOn).toBeNull();
  });
  test('while there is no fastlege the coordinator is asked instead', () => {
    expect(openDuties('2026-08-20', returned)).toContain('FASTLEGE-KONTAKT-PAMINN');
    const none = openDuties('2026-08-20', [...returned, ['fastlegeEndret', '2026-08-01', { status: 'ingen' }]]);
    expect(none).toContain('FASTLEGE-MANGLER');
    expect(none).not.toContain('FASTLEGE-KONTAKT-PAMINN');
  });
  test.each([[2, '2026-05-16'], [3, '2026-06-16']])('severe cases every %d months, in place of the ordinary contact', (months, due) => {
    const severe = assessed('cfs-me', [...inAssessment, ['alvorlighetVurdert', '2026-02-10', { grad: 'svaert-alvorlig' }]]);
    const patient = { parameters: { 'alvorlig-intervall-maneder': months } };
    expect(clockOn('2026-03-16', 'ALVORLIG-KONTAKT', severe, patient)?.dueOn).toBe(due);
    expect(statusOn('2026-03-16', 'FASTLEGE-KONTAKT', severe, patient)).toBe('none');
    expect(statusOn('2026-04-01', 'ALVORLIG-KONTAKT', [...severe, contact('2026-04-01', 'ambulant-team')], patient)).toBe('met');
  });
  test('getting worse and better again changes which contact runs, on that day', () => {
    const changing: Entry[] = [...returned, ['alvorlighetVurdert', '2026-06-01', { grad: 'alvorlig' }], ['alvorlighetVurdert', '2026-12-01', { grad: 'moderat' }]];
    const open = (day: string) => on(day, changing).clocks.filter((c) => c.metOn === null && c.endedOn === null && /KONTAKT/.test(c.clock)).map((c) => c.clock);
    expect([open('2026-05-31'), open('2026-06-01').sort(), open('2026-12-01')]).toEqual([['FASTLEGE-KONTAKT'], ['ALVORLIG-KONTAKT', 'ALVORLIG-KRISEKONTAKT'], ['FASTLEGE-KONTAKT']]);
  });
  test('a child also at the paediatric department', () => {
    expect(clockOn('2026-03-16', 'BARNEAVDELING-KONTAKT', cfsMe, child)).toMatchObject({ dueOn: '2026-09-16', owner: 'barneavdeling' });
    expect(statusOn('2026-03-16', 'BARNEAVDELING-KONTAKT', cfsMe)).toBe('none');
  });
  test('ends only when course and municipality are settled', () => {
    const code = (extra: Entry[]) => commandOn('2026-05-01', 'avslutt-oppfolging', [...returned, ...extra]).refusal?.code;
    const lms: Entry = ['lmsTilbudt', '2026-04-01', { svar: 'nei' }];
    expect([code([]), code([lms]), code([lms, ['kommunaltTilbudEtablert', '2026-04-02']])]).toEqual(['lms-ikke-avklart', 'tilbud-ikke-avklart', undefined]);
  });
  test('rehabilitation rests on a medical assessment, never on NAV alone', () => {
    const judged = (grunnlag: string[]) => statusOn('2026-04-01', 'REHABILITERING-VURDERING', [...returned, ['rehabiliteringVurdert', '2026-04-01', { utfall: 'tilradd', grunnlag }]]);
    expect([judged(['krav-fra-nav']), judged(['medisinsk-vurdering']), judged(['krav-fra-nav', 'medisinsk-vurdering'])]).toEqual(['running', 'met', 'met']);
  });
});

describe('turning 18 is a planned transition, not a silent switch', () => {
  const followed: Entry[] = [...cfsMe, meeting(['pasient', 'skole'])];
  const done: Entry = ['overgangGjennomfort', '2030-05-20', { innhold: ['voksen-mottaker', 'fastlege-orientert', 'koordinator-oppnevnt'] }];
  test('is planned a year ahead, due on the birthday', () => {
    expect(clockOn('2029-06-01', 'OVERGANG-18', followed, child)).toMatchObject({ startOn: '2029-06-01', dueOn: '2030-06-01', owner: 'barneavdeling' });
    expect(statusOn('2029-05-31', 'OVERGANG-18', followed, child)).toBe('not-started');
    expect(openDuties('2030-03-10', followed, child)).toContain('OVERGANG-18-AVTAL');
  });
  test.each([['2008-12-01', '2026-09-01', '2026-12-01'], ['2008-05-01', '2026-05-01', '2026-06-26']])('one born %s who comes late starts on %s', (birthDate, startOn, dueOn) => {
    const late: Entry[] = [['henvisningMottatt', '2026-03-20']];
    expect(clockOn('2026-03-20', 'OVERGANG-18', late, { birthDate })).toMatchObject(birthDate === '2008-05-01' ? { startOn: '2026-05-01', dueOn: '2026-06-26' } : { startOn, dueOn });
  });
  test('until it is done the patient is in transition, and the department goes on', () => {
    expect(on('2030-07-01', followed, child)).toMatchObject({ variant: 'OVERGANG' });
    expect(clockOn('2030-07-01', 'BARNEAVDELING-KONTAKT', followed, child)?.endedOn).toBeNull();
    expect(on('2030-07-01', [...followed, done], child).variant).toBe('UNG-VOKSEN');
  });
  test('done before the birthday, the department ends on it', () => {
    expect(clockOn('2030-05-25', 'BARNEAVDELING-KONTAKT', [...followed, done], child)).toMatchObject({ endedOn: '2030-06-01', endedAs: 'voksen' });
  });
  test('brings an individuell plan with coordinator and ansvarsgruppe', () => {
    expect(clockOn('2029-06-01', 'INDIVIDUELL-PLAN', followed, child)?.dueOn).toBe('2029-07-27');
    expect(findingsOn('2029-07-01', [...followed, ['individuellPlanOpprettet', '2029-07-01', { innhold: ['koordinator'] }]], child)).toContain('requirement-not-met INDIVIDUELL-PLAN-INNHOLD');
    expect(statusOn('2029-07-01', 'INDIVIDUELL-PLAN', [...followed, ['individuellPlanFrafalt', '2029-07-01']], child)).toBe('closed');
  });
  test('the barnekoordinator hands over', () => {
    const led: Entry[] = [...followed, ['ansvarligTildelt', '2026-04-01', { rolle: 'barnekoordinator' }]];
    expect(clockOn('2030-03-01', 'BARNEKOORDINATOR-18', led, child)).toMatchObject({ startOn: '2030-03-01', dueOn: '2030-06-01' });
    expect(statusOn('2030-05-01', 'BARNEKOORDINATOR-18', [...led, ['ansvarligFratradt', '2030-05-01', { rolle: 'barnekoordinator' }]], child)).toBe('met');
  });
  test('at 16 consent and letters are settled', () => {
    expect(clockOn('2028-06-01', 'SAMTYKKE-16', followed, child)).toMatchObject({ startOn: '2028-06-01', dueOn: '2028-06-29' });
  });
});

describe('severe cases', () => {
  const severe: Entry[] = [...inAssessment, ['alvorlighetVurdert', '2026-02-10', { grad: 'alvorlig' }]];
  test('get a contact for a crisis and a plan with owners', () => {
    expect(openDuties('2026-02-10', severe)).toContain('ALVORLIG-KRISEKONTAKT-PAMINN');
    expect(on('2026-02-10', severe).plans).toEqual(['ALVORLIG-TILTAK']);
  });
  test('the plan is met when every measure of it is settled, for the patient’s age', () => {
    const missing = (patient: Patient) => on('2026-02-10', severe, patient).requirements.find((r) => r.id === 'ALVORLIG-PUNKTER')!.missing.flat();
    expect(missing({})).toContain('familiestotte');
    expect(missing(child)).toContain('foreldrestotte');
    const some: Entry[] = [...severe, ['planpunktAvklart', '2026-02-20', { punkter: missing({}).slice(1) }]];
    expect(statusOn('2026-02-20', 'ALVORLIG-PLAN', some)).toBe('running');
    expect(statusOn('2026-02-21', 'ALVORLIG-PLAN', [...some, ['planpunktAvklart', '2026-02-21', { punkter: missing({}).slice(0, 1) }]])).toBe('met');
  });
  test.each([['innlagtPlanlagt', 'INNLEGGELSE-PLANLAGT'], ['innlagtAkutt', 'INNLEGGELSE-AKUTT']])('%s without what it asks for is warned about, for severe cases', (type, rule) => {
    const admitted: Entry = [type, '2026-03-01', { tiltak: [] }];
    const rulesOn = (entries: Entry[]) => on('2026-03-01', [...entries, admitted]).findings.map((f) => f.rule);
    expect(rulesOn(severe)).toContain(rule);
    expect(rulesOn(inAssessment)).not.toContain(rule);
  });
});

describe('third line and guidance', () => {
  test('are asked and answered, each question by itself', () => {
    const asked: Entry[] = [...inAssessment, ['veiledningSpurt', '2026-02-10', { sporsmalId: 'a', retning: 'primar-til-2-linje' }], ['veiledningSpurt', '2026-02-11', { sporsmalId: 'b', retning: '2-linje-til-3-linje' }]];
    expect(on('2026-02-11', asked).clocks.filter((c) => c.clock === 'VEILEDNING').map((c) => c.owner)).toEqual(['spesialist', 'tredjelinje']);
    const answered: Entry[] = [...asked, ['veiledningBesvart', '2026-02-12', { sporsmalId: 'b', pasientDeltok: false }]];
    expect([statusOn('2026-02-12', 'VEILEDNING#1', answered), statusOn('2026-02-12', 'VEILEDNING#2', answered)]).toEqual(['running', 'met']);
  });
  test('guidance is counted for its fee, with and without the patient', () => {
    const answer = (id: string, pasientDeltok: boolean): Entry[] => [['veiledningSpurt', '2026-02-10', { sporsmalId: id, retning: 'primar-til-2-linje' }], ['veiledningBesvart', '2026-02-12', { sporsmalId: id, pasientDeltok }]];
    expect(on('2026-02-12', [...inAssessment, ...answer('a', true), ...answer('b', false), ...answer('c', false)]).countables).toEqual({ 'TAKST-VEILEDNING-MED-PASIENT': 1, 'TAKST-VEILEDNING-UTEN-PASIENT': 2 });
  });
  test('the third line’s answer is waited for', () => {
    const asked: Entry[] = [...inAssessment, ['tredjelinjeHenvist', '2026-02-10', { henvisningId: 't', grunn: 'usikker-diagnose' }]];
    expect(clockOn('2026-02-10', 'TREDJELINJE', asked)).toMatchObject({ dueOn: '2026-04-07', owner: 'tredjelinje' });
    expect(statusOn('2026-03-01', 'TREDJELINJE', [...asked, ['tredjelinjeSvar', '2026-03-01', { henvisningId: 't', utfall: 'rad' }]])).toBe('met');
  });
});
