import type { Actor, CommandResult, Ledger, RecordResult, Transaction } from '@forlop/ledger';
import { engineEvents } from '@forlop/pathway';
import { REFERRAL_STEP, type Act, type Step } from '../scenario/scenario.js';

/** How one step went. */
export type Played =
  | { readonly step: Step; readonly outcome: 'done' }
  /** The ledger would not have it: by its state, for its data, or because there was nothing to do it to. */
  | { readonly step: Step; readonly outcome: 'refused'; readonly code: string; readonly sentence: string };

/** What a player plays with. */
export interface PlayerOptions {
  readonly ledger: Pick<Ledger, 'command' | 'record' | 'correct' | 'retract' | 'move' | 'releaseQuarantine' | 'confirmObligation' | 'patientView'>;
  readonly pathwayId: string;
  readonly actor: Actor;
  /** Ids of the events that steps became before this player. */
  readonly known?: Readonly<Record<string, string>>;
  /** All that is written belongs to this transaction. */
  readonly within?: Transaction;
}

/**
 * Plays steps on one pathway through the same ledger calls as everybody, and remembers which event each step became, so
 * that later ones can correct it.
 */
export class Player {
  private readonly events: Map<string, string>;

  constructor(private readonly options: PlayerOptions) {
    this.events = new Map(Object.entries(options.known ?? {}));
  }

  /** Does what the step says. Throws only what the ledger throws. */
  async play(step: Step): Promise<Played> {
    const { ledger, pathwayId, actor, within } = this.options;
    const { act, on: occurredOn } = step;
    switch (act.do) {
      case 'command':
        return this.kept(step, await ledger.command(pathwayId, { command: act.command, occurredOn, data: act.data, ...textOf(act) }, actor, within));
      case 'fact':
        return this.kept(step, await this.record(step, act));
      case 'retract':
        return this.kept(step, await ledger.retract(await this.eventOf(act.retracts), act.text, actor, within));
      case 'discard':
        await ledger.releaseQuarantine(pathwayId, { as: 'discarded', reason: act.text, on: occurredOn }, actor, within);
        return { step, outcome: 'done' };
      case 'confirm':
        return this.confirm(step, act);
      case 'move':
        await ledger.move(pathwayId, moveOf(act, occurredOn), actor, within);
        return { step, outcome: 'done' };
    }
  }

  private async record({ on: occurredOn }: Step, act: Act & { readonly do: 'fact' }): Promise<RecordResult> {
    const { ledger, pathwayId, actor, within } = this.options;
    const content = { occurredOn, data: act.data, ...textOf(act) };
    if (act.corrects === undefined) return ledger.record(pathwayId, [{ type: act.type, ...content }], actor, within);
    return ledger.correct(await this.eventOf(act.corrects), content, actor, within);
  }

  private async confirm(step: Step, { duty }: Act & { readonly do: 'confirm' }): Promise<Played> {
    const { ledger, pathwayId, actor, within } = this.options;
    const { obligations } = await ledger.patientView(pathwayId);
    const waiting = obligations.find((o) => o.duty === duty && o.open && o.needsConfirmation && o.confirmedBy === null);
    if (waiting === undefined) return { step, outcome: 'refused', code: 'nothing-to-confirm', sentence: `Ingen åpen plikt ${duty} venter på bekreftelse.` };
    await ledger.confirmObligation(pathwayId, waiting.key, actor, within);
    return { step, outcome: 'done' };
  }

  private kept(step: Step, result: CommandResult | RecordResult): Played {
    switch (result.outcome) {
      case 'done':
        this.events.set(step.id, result.eventIds[0]!);
        return { step, outcome: 'done' };
      case 'refused':
        return { step, outcome: 'refused', code: result.refusal.code, sentence: result.refusal.sentence.nb };
      case 'invalid':
        return { step, outcome: 'refused', code: result.errors[0]?.code ?? 'invalid', sentence: result.errors.map(({ path, sentence }) => `${path}: ${sentence}`).join(' ') };
      case 'conflict':
        return { step, outcome: 'refused', code: 'conflict', sentence: 'Noen andre registrerte noe samtidig.' };
    }
  }

  /** The event that a step became; the referral's is the first that is not the engine's own. */
  private async eventOf(stepId: string): Promise<string> {
    const known = this.events.get(stepId);
    if (known !== undefined) return known;
    const { timeline } = await this.options.ledger.patientView(this.options.pathwayId);
    const first = timeline.find(({ kind, type }) => kind !== 'observation' && type !== engineEvents.created);
    if (stepId !== REFERRAL_STEP || first === undefined) throw new Error(`The step ${stepId} has not become an event.`);
    return first.id;
  }
}

const textOf = (act: { readonly text?: string }) => (act.text === undefined ? {} : { text: act.text });

function moveOf({ definition, calendar, parameters, text }: Act & { readonly do: 'move' }, on: string) {
  return { reason: text, on, ...(definition && { definition }), ...(calendar && { calendar }), ...(parameters && { parameters }) };
}
