import { evaluate } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { splitKey } from '../core/obligation-keys.js';
import { inTransaction } from '../database/transaction.js';
import { inputOf, loadPathway } from '../reads/load.js';
import type { ActingAs } from '../types/writing.js';
import type { CommandAnswer, ReminderAsked, ReminderAnswer, ReminderState } from '../types/reminders.js';

interface AskedRow {
  readonly id: string;
  readonly key: string;
  readonly role: string;
  readonly state: ReminderState;
  readonly sent_at: Date;
  readonly answer: ReminderAnswer | null;
}

/** Nothing more is expected of whoever got it. */
const over: readonly ReminderState[] = ['answered', 'done', 'suppressed'];
/** Older ones are history, which the proof tells. */
const most = 50;

/**
 * What was asked on a pathway of whoever acts in a role, the newest first: what it is about and which answers the definition's duty has. Where the
 * same was asked again, the last time counts.
 * @throws LedgerError `unknown-pathway`.
 */
export async function remindersAsked(context: LedgerContext, pathwayId: string, { roles, alsoUnnamed }: ActingAs): Promise<readonly ReminderAsked[]> {
  const loaded = await loadPathway(context, pathwayId);
  const { regime, clocks } = evaluate(inputOf(context, loaded, {}));
  const { source } = context.rules.definition(regime.definition.id, regime.definition.version);
  const rows = await inTransaction(context.database, (transaction) => transaction.query<AskedRow>(
    `select r.id, a.key, r.role, r.state, r.sent_at, r.answer from reminder r join obligation_attempt a on a.id = r.attempt_id
      where r.pathway_id = $1 and r.sent_at is not null and r.purpose <> 'withdraw' and ($2 or r.role = any($3)) order by r.sent_at desc, r.id desc limit $4`,
    [pathwayId, alsoUnnamed, roles, most]));
  return rows.flatMap(({ id, key, role, state, sent_at: sentAt, answer }) => {
    const { duty: dutyId, occurrence } = splitKey(key);
    const duty = source.duties.find((one) => one.id === dutyId);
    if (duty === undefined) return [];
    const clock = clocks.find((one) => one.key === `${duty.clock}#${occurrence}`);
    return [{
      id, role, title: duty.title.nb, dueOn: clock?.dueOn ?? null, sentAt: sentAt.toISOString(), open: !over.includes(state), answer,
      answers: (Object.entries(duty.answers ?? {}) as [CommandAnswer, { readonly command: string; readonly data?: object; readonly reminderIn?: string }][])
        .map(([word, { command, data, reminderIn }]) => ({ answer: word, command, given: [...Object.keys(data ?? {}), ...(reminderIn === undefined ? [] : [reminderIn])] })),
    }];
  });
}
