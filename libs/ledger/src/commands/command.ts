import { actsAs, roleTitles, type Role } from '@forlop/access';
import { decide, type CommandState, type Definition, type Refusal } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { kernelInputOf, writePathway, type EventDraft } from '../core/write-pathway.js';
import { openPathway, recordedEvent, type OpenPathway } from '../core/open-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import type { ActingAs, CommandInput, CommandResult, RecordedEvent } from '../types/writing.js';

/**
 * A person's choice, as one transaction of three round trips: begin with lock and read, write, commit. The kernel decides
 * between the lock and the write, so two commands at once are one after the other.
 */
export function command(context: LedgerContext, pathwayId: string, input: CommandInput, actor: Actor, within?: Transaction): Promise<CommandResult> {
  return inTransactionOf(context.database, within, async (transaction) => commandOn(context, transaction, await openPathway(context, transaction, pathwayId), input, actor));
}

/** The same in the caller's transaction, which holds the pathway. */
export async function commandOn(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, input: CommandInput, actor: Actor): Promise<CommandResult> {
  const judged = judge(context, pathway, input, actor);
  if (judged.outcome !== 'allowed') return judged;
  const written = await writePathway(context, transaction, pathway, [judged.draft], { tell: true });
  return { outcome: 'done', warnings: judged.warnings, pathwayId: written.pathwayId, position: written.position, eventIds: written.eventIds };
}

/** What came of asking whether a command may be given: the event that it records, or why it does not. */
export type Judged = { readonly outcome: 'allowed'; readonly draft: EventDraft; readonly warnings: readonly Refusal[] } | Exclude<CommandResult, { outcome: 'done' }>;

/** Whether the command may be given on the pathway as it is. Writes nothing. */
export function judge(context: LedgerContext, pathway: OpenPathway, input: CommandInput, actor: Actor): Judged {
  const position = pathway.head.headPosition;
  const changes = changesSince(pathway, input.expectedPosition);
  if (changes.length > 0) return { outcome: 'conflict', position, changes };

  const kept = keptFrom(context, pathway, input);
  if (kept !== null) return { outcome: 'refused', refusal: kept, position };

  const decision = decide(kernelInputOf(context, pathway), {
    command: input.command,
    occurredOn: input.occurredOn,
    data: input.data ?? {},
    hasText: hasText(input.text),
  });
  if (!decision.ok) {
    if (decision.refusal !== null) return { outcome: 'refused', refusal: decision.refusal, position };
    return { outcome: 'invalid', errors: decision.errors, position };
  }
  if (pathway.quarantined && decision.event.type === 'karanteneLost') return { outcome: 'refused', refusal: throughRelease, position };
  return { outcome: 'allowed', draft: { ...decision.event, text: textOf(input.text), actor: actorText(actor) }, warnings: decision.warnings };
}

/** What may be done, as the kernel says, without what is done elsewhere than by a command. */
export function offered(definition: Definition, quarantined: boolean, states: readonly CommandState[]): CommandState[] {
  const endsQuarantine = new Set(definition.commands.filter(({ records }) => records === 'karanteneLost').map(({ id }) => id));
  return states.map((state) => (quarantined && state.allowed && endsQuarantine.has(state.command) ? { ...state, allowed: false, refusal: throughRelease } : state));
}

/** The row that keeps the referral as it came in must be closed in the same breath, and only a release does that. */
const throughRelease = {
  code: 'release-quarantine',
  sentence: { nb: 'En karantene avklares i karantenelisten, der henvisningen enten rettes og tas inn eller forkastes.' },
} as const;

/** Why the definition leaves this command to others; null when it does not. */
function keptFrom(context: LedgerContext, { head }: OpenPathway, { command: id, actingAs }: CommandInput): Refusal | null {
  return actingAs === undefined ? null : roleRefusal(context.rules.definition(head.definitionId, head.definitionVersion).source, id, actingAs);
}

/** Why whoever acts in these roles may not give a command, whatever the state allows; null: they may, or there is no such command. */
export function roleRefusal(source: Definition, id: string, actingAs: ActingAs): Refusal | null {
  const spec = source.commands.find((one) => one.id === id);
  if (spec === undefined) return null;
  const { roles } = spec;
  const mayGive = (as: ActingAs): boolean => (roles === undefined ? as.alsoUnnamed : roles.some((role) => as.roles.includes(role)));
  if (mayGive(actingAs)) return null;
  const who = roles === undefined ? 'dem som har ansvaret for forløpet' : roles.map((role) => (source.roles[role]?.nb ?? role).toLowerCase()).join(' eller ');
  const here = Object.entries(actsAs).filter(([, as]) => mayGive(as)).map(([role]) => roleTitles[role as Role]);
  return { code: 'role-does-not-allow', sentence: { nb: `Dette gjøres av ${who}.${here.length === 0 ? '' : ` I Forløp: ${here.join(' eller ')}.`}` } };
}

/** What others recorded since the person looked. What the system observed meanwhile takes nothing away from her choice. */
function changesSince(pathway: OpenPathway, expected: number | undefined): RecordedEvent[] {
  if (expected === undefined) return [];
  return pathway.events.filter((e) => e.position > expected && e.kind !== 'observation').map(recordedEvent);
}

/** Blank is no text. */
export function textOf(text: string | undefined): string | undefined {
  return hasText(text) ? text : undefined;
}

export function hasText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
