import { describe, expect, test } from '@jest/globals';
import { osloDate, type OsloDate } from '@forlop/calendar';
import { checkPersonIdentifier, referralSchema } from '@forlop/contracts';
import { loadRules } from '@forlop/definitions';
import { clockStatus, evaluate } from '@forlop/pathway';
import { syntheticHospital } from '../src/index.js';
import { playInKernel } from './play-in-kernel.js';

const rules = loadRules();
/** Dates are relative to the day, so the days are those on which counting is hardest. */
const hospitals = [
  { seed: '1', day: '2026-12-31', about: 'the year’s last day' },
  { seed: 'demo', day: '2028-02-29', about: 'a leap day' },
  { seed: '1', day: '2027-03-26', about: 'Good Friday' },
  { seed: '1', day: '2027-03-28', about: 'Easter Day, when summer time begins' },
  { seed: '7', day: '2026-10-25', about: 'the Sunday on which it ends' },
].map(({ day, ...hospital }) => ({ ...hospital, today: osloDate(day) }));

const hospitalOn = (today: OsloDate, seed: string) => syntheticHospital(seed, today).map((story) => ({ story, ...playInKernel(story, rules, today) }));

describe.each(hospitals)('the synthetic hospital of seed $seed on $today, $about', ({ seed, today }) => {
  const patients = hospitalOn(today, seed);
  const evaluations = patients.map(({ story, input }) => ({ story, evaluation: evaluate(input) }));

  test('has some 200 patients, and nothing that anyone does is refused', () => {
    expect(patients.length).toBeGreaterThanOrEqual(190);
    expect(patients.length).toBeLessThanOrEqual(240);
    expect(patients.flatMap(({ refusals }) => refusals)).toEqual([]);
  });

  test('has someone in every step of every pathway but the first, which a referral leaves at once', () => {
    for (const { id, version } of rules.definitions()) {
      const there = new Set(evaluations.filter(({ evaluation }) => evaluation.regime.definition.id === id).map(({ evaluation }) => evaluation.step));
      const { steps, initialStep } = rules.definition(id, version).source;
      expect(steps.map((step) => step.id).filter((step) => step !== initialStep && !there.has(step))).toEqual([]);
    }
  });

  test('has a clock in every status, every variant, and everything that a coordinator must see', () => {
    const statuses = new Set(evaluations.flatMap(({ evaluation }) => evaluation.clocks.map((row) => clockStatus(row, today))));
    expect([...statuses].sort()).toEqual(['at-risk', 'broken', 'closed', 'met', 'met-late', 'not-started', 'passed-by-patient', 'running', 'warned']);
    const groups = new Set(evaluations.flatMap(({ evaluation }) => evaluation.groups));
    for (const group of ['BARN', 'OVERGANG', 'UNG-VOKSEN', 'VOKSEN', 'UNDER-50', 'MINST-50', 'ALVORLIG', 'SVAERT-ALVORLIG', 'CFS-ME']) expect(groups).toContain(group);
    expect(evaluations.some(({ evaluation }) => evaluation.alarms.length > 0)).toBe(true);
    const findings = new Set(evaluations.flatMap(({ evaluation }) => evaluation.findings.map(({ code }) => code)));
    expect(evaluations.some(({ evaluation }) => evaluation.endedOn !== null)).toBe(true);
    expect(new Set(patients.map(({ story }) => story.mode))).toEqual(new Set(['live', 'paused', 'historical']));
    for (const code of ['unexpected-in-step', 'requirement-blocks', 'requirement-not-met', 'new-date-after-breach']) expect(findings).toContain(code);
  });

  test('registers nothing before it happened, and nothing today or later', () => {
    const steps = patients.flatMap(({ story }) => story.steps);
    expect(steps.length).toBeGreaterThan(2_000);
    expect(steps.filter(({ on, recordedOn }) => recordedOn < on || recordedOn >= today)).toEqual([]);
  });

  test('has referrals that every door would take, and numbers that nobody has, no two alike', () => {
    const referrals = patients.flatMap(({ story }) => (story.arrival.as === 'referral' ? [story.arrival.referral] : []));
    for (const referral of referrals) expect(referralSchema.safeParse(referral).error).toBeUndefined();
    const checks = referrals.map(({ patient }) => checkPersonIdentifier(patient.identifier!.system, patient.identifier!.value));
    expect(checks.every((check) => check.ok && check.synthetic)).toBe(true);
    expect(new Set(referrals.map(({ patient }) => patient.identifier!.value)).size).toBe(referrals.length);
    expect(new Set(patients.map(({ story }) => story.id)).size).toBe(patients.length);
  });
});

describe('a seed', () => {
  const { today } = hospitals[0]!;
  test('gives the same hospital again', () => expect(syntheticHospital('1', today)).toEqual(syntheticHospital('1', today)));
  test('and another one another', () => expect(syntheticHospital('2', today)).not.toEqual(syntheticHospital('1', today)));
});
