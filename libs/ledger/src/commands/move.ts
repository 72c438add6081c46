import { isOsloDate } from '@forlop/calendar';
import { engineEvents, type Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway, type HeadChange } from '../core/write-pathway.js';
import { observations } from '../core/observation-types.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { MoveInput, PathwayMode, Recorded } from '../types/writing.js';
import { textOf } from './command.js';

/** Moves a pathway to another definition version, calendar or parameters, with a reason and a date (DESIGN, decision 2). */
export function move(context: LedgerContext, pathwayId: string, input: MoveInput, actor: Actor, within?: Transaction): Promise<Recorded> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathwayId);
    checkMove(context, input, pathway);
    const data: Record<string, Json> = {
      ...(input.definition && { definition: { ...input.definition } }),
      ...(input.calendar && { calendar: { ...input.calendar } }),
      ...(input.parameters && { parameters: { ...input.parameters } }),
    };
    const draft = { kind: 'decision' as const, type: engineEvents.moved, occurredOn: input.on as typeof pathway.today, data, text: textOf(input.reason), actor: actorText(actor) };
    const { position, eventIds } = await writePathway(context, transaction, pathway, [draft], { tell: true });
    return { pathwayId, position, eventIds };
  });
}

function checkMove(context: LedgerContext, { definition, calendar, parameters, reason, on }: MoveInput, { today, head, events }: OpenPathway): void {
  if (textOf(reason) === undefined) throw new LedgerError('bad-data', 'En flytting må ha en begrunnelse.');
  if (!isOsloDate(on) || on > today) throw new LedgerError('bad-data', 'Dagen for flyttingen må være en dato, og ikke senere enn i dag.');
  const begun = events[0]?.occurredOn;
  if (begun !== undefined && on < begun) throw new LedgerError('bad-data', `Dagen for flyttingen kan ikke være før forløpet begynte (${begun}).`);
  if (!definition && !calendar && !parameters) throw new LedgerError('bad-data', 'Flyttingen må si hva forløpet flyttes til: definisjon, kalender eller parametre.');
  const target = definition ?? { id: head.definitionId, version: head.definitionVersion };
  const known = knownRules(() => context.rules.definition(target.id, target.version));
  if (calendar) knownRules(() => context.rules.calendar(calendar.id, calendar.version));
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (known.source.parameters[name]?.values.includes(value) !== true) {
      throw new LedgerError('bad-data', `Parameteren «${name}» kan ikke være «${String(value)}» i ${target.id} ${target.version}.`);
    }
  }
}

/** The rules' own sentence about what is unknown, as an error of the ledger. */
export function knownRules<T>(look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw new LedgerError('unknown-definition', (error as Error).message, { cause: error });
  }
}

/**
 * Sets the mode. Going live sends nothing of what was planned for days that are past: who was to be reminded then has
 * been, in the system that the history comes from, or never will be.
 */
export function setMode(context: LedgerContext, pathwayId: string, mode: PathwayMode, reason: string, actor: Actor, within?: Transaction): Promise<Recorded> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathwayId);
    if (pathway.head.mode === mode) return { pathwayId, position: pathway.head.headPosition, eventIds: [] };
    const change: HeadChange = mode === 'live' ? { mode, liveFrom: pathway.today } : { mode };
    const draft = { kind: 'observation' as const, type: observations.modeChanged, occurredOn: pathway.today, data: { from: pathway.head.mode, to: mode }, text: textOf(reason), actor: actorText(actor) };
    const { position, eventIds } = await writePathway(context, transaction, pathway, [draft], { tell: true, change });
    return { pathwayId, position, eventIds };
  });
}
