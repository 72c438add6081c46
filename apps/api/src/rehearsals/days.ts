import { addDays, type OsloDate } from '@forlop/calendar';
import type { rehearsalSchema } from '@forlop/contracts';
import { clockStatus, evaluate, type ClockStatus, type Definition, type Evaluation } from '@forlop/pathway';
import type { Scenario } from '@forlop/simulator';
import type * as z from 'zod';
import type { Story } from './story.js';

type Line = z.input<typeof rehearsalSchema>['timeline'][number];

/** Statuses as people read them. */
export const statusWords: Readonly<Record<ClockStatus, string>> = {
  'not-started': 'ikke begynt', running: 'løper', warned: 'nærmer seg', 'at-risk': 'i fare', broken: 'brutt', met: 'holdt', 'met-late': 'holdt for sent', 'passed-by-patient': 'passert av pasienten', closed: 'avsluttet',
};

/** Plays a scenario day by day, and tells what each day brought. Days on which nothing can change are stepped over. */
export function playDays(scenario: Scenario, story: Story, definition: Definition): Line[] {
  const lines: Line[] = [];
  const steps = [...scenario.steps];
  let before: Evaluation | null = null;
  for (let day: OsloDate | null = scenario.recordedOn; day !== null && day <= scenario.until; ) {
    const [firstEvent, firstRefusal] = [before === null ? 0 : story.events.length, story.refused.length];
    while (steps[0] !== undefined && steps[0].recordedOn <= day) story.play(steps.shift()!);
    const now = evaluate(story.input(day));
    lines.push(
      ...story.events.slice(firstEvent).map((event) => line(day!, 'event', null, `${event.retracts ? 'Trukket tilbake: ' : event.corrects ? 'Rettet: ' : ''}${definition.events[event.type]?.title.nb ?? 'Forløpet er opprettet eller flyttet'}${event.occurredOn < day! ? ` (hendte ${event.occurredOn})` : ''}.`)),
      ...story.refused.slice(firstRefusal).map(({ step, sentence, code }) => line(day!, 'refused', null, `${step.id}: ${sentence} (${code})`)),
      ...changes(before, now, definition),
    );
    before = now;
    day = nextDay(now, steps[0]?.recordedOn);
  }
  return lines;
}

const line = (on: OsloDate, what: Line['what'], rule: string | null, sentence: string, status: ClockStatus | null = null): Line => ({ on, what, rule, status, sentence });

/** The next day on which something is recorded, falls due or is asked about. */
function nextDay(now: Evaluation, recordedOn: OsloDate | undefined): OsloDate | null {
  const asked = now.obligations.filter(({ closesOn }) => closesOn === null || closesOn > now.asOf).flatMap(({ askOn }) => askOn);
  const days = [now.nextChangeOn, recordedOn, ...asked].filter((day): day is OsloDate => day != null && day > now.asOf);
  return days.sort()[0] ?? null;
}

function changes(before: Evaluation | null, now: Evaluation, definition: Definition): Line[] {
  const on = now.asOf;
  const title = (parts: readonly { readonly id: string; readonly title: { readonly nb: string } }[], id: string): string => parts.find((part) => part.id === id)?.title.nb ?? id;
  const lines: Line[] = [];
  if (before?.step !== now.step) lines.push(line(on, 'step', null, `Pasienten er i steget «${title(definition.steps, now.step)}».`));
  for (const row of now.clocks) {
    const was = before?.clocks.find(({ key }) => key === row.key);
    const status = clockStatus(row, on);
    if (was !== undefined && clockStatus(was, before!.asOf) === status && was.dueOn === row.dueOn) continue;
    const due = row.dueOn === null ? '' : `, frist ${row.dueOn}`;
    lines.push(line(on, 'clock', row.key, `${title(definition.clocks, row.clock)}: ${statusWords[status]}${due}.`, status));
  }
  for (const duty of now.obligations) {
    const was = before?.obligations.find(({ key }) => key === duty.key);
    const name = `${title(definition.duties, duty.duty)} (${definition.roles[duty.to]?.nb ?? duty.to})`;
    const opened = isOpen(duty, on) && !(was !== undefined && isOpen(was, before!.asOf));
    if (opened) lines.push(line(on, 'duty-opens', duty.key, `${name}: åpnes.`));
    else if (isOpen(duty, on) && duty.askOn.includes(on)) lines.push(line(on, 'asked', duty.key, `${name}: blir spurt på nytt.`));
    if (!isOpen(duty, on) && was !== undefined && isOpen(was, before!.asOf)) lines.push(line(on, 'duty-closes', duty.key, `${name}: lukkes.`));
  }
  if (now.alarms.length > 0 && !(before !== null && before.alarms.length > 0)) lines.push(line(on, 'alarm', null, 'Pasienten har ikke noe neste steg.'));
  if (now.alarms.length === 0 && before !== null && before.alarms.length > 0) lines.push(line(on, 'alarm-over', null, 'Pasienten har et neste steg igjen.'));
  return lines;
}

export const isOpen = ({ opensOn, closesOn }: { readonly opensOn: OsloDate; readonly closesOn: OsloDate | null }, on: OsloDate): boolean => opensOn <= on && (closesOn === null || closesOn > on);

/** The longest that is rehearsed at once. */
export const lastDayAllowed = (scenario: Scenario): OsloDate => addDays(scenario.referral.mottattdato, 10 * 366);
