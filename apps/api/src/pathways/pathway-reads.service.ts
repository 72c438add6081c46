import { Inject, Injectable } from '@nestjs/common';
import type { OsloDate } from '@forlop/calendar';
import type { clockPictureSchema, commandsSchema, explanationSchema, pathwayViewSchema, timelineSchema } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import { actingAs } from '@forlop/access';
import { roleRefusal, type Ledger } from '@forlop/ledger';
import { evaluate, explain, RegimeError, shownHistory, type CommandState, type Definition, type PathwayInput } from '@forlop/pathway';
import type * as z from 'zod';
import { currentAccess } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { LEDGER, RULES } from '../tokens.js';
import { bookingsOf } from './clock-bookings.js';
import { dayAxis, daysLeftOf } from './day-axis.js';

/** The day that is asked about, and the last position that counts as known. */
export interface LookBack {
  readonly asOf?: OsloDate;
  readonly knownAt?: number;
}

type Pathway = z.input<typeof pathwayViewSchema>;
type CommandShown = z.input<typeof commandsSchema>['commands'][number];

/** Everything that is read of one pathway. */
@Injectable()
export class PathwayReads {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(RULES) private readonly rules: LoadedRules,
  ) {}

  view(pathwayId: string, lookBack: LookBack): Promise<Pathway> {
    return this.looking(lookBack, () => this.ledger.patientView(pathwayId, lookBack));
  }

  async timeline(pathwayId: string, lookBack: LookBack): Promise<z.input<typeof timelineSchema>> {
    const { asOf, position, timeline } = await this.looking(lookBack, () => this.ledger.patientView(pathwayId, lookBack));
    return { pathwayId, asOf, position, total: timeline.length, entries: timeline };
  }

  /** All clocks with what a picture of them needs: what was shown when, and the times beside them. */
  clocks(pathwayId: string, lookBack: LookBack): Promise<z.input<typeof clockPictureSchema>> {
    return this.looking(lookBack, async () => {
      const [view, input] = [await this.ledger.patientView(pathwayId, lookBack), await this.ledger.kernelInput(pathwayId, lookBack)];
      const { id, version } = view.regime.definition;
      const { source } = this.rules.definition(id, version);
      const specOf = (clock: string) => source.clocks.find((one) => one.id === clock)?.bookings;
      const clocks = view.clocks.map((row) => ({
        ...row, daysLeft: daysLeftOf(row, view.asOf), shown: shownHistory(input, row.key), bookings: bookingsOf(specOf(row.clock), view.timeline, source),
      }));
      return { pathwayId, asOf: view.asOf, position: view.position, axis: dayAxis(clocks, view.asOf), clocks };
    });
  }

  /** Why a clock is as it is. Without a number the rule's latest clock is meant. */
  async explain(pathwayId: string, key: string, lookBack: LookBack): Promise<z.input<typeof explanationSchema>> {
    const explanation = await this.looking(lookBack, async () => {
      const input = await this.ledger.kernelInput(pathwayId, lookBack);
      return explain(input, key.includes('#') ? key : latestKey(input, key));
    });
    if (explanation !== null) return explanation;
    throw new ApiProblem('not-found', `Forløpet har ikke noen frist «${key}» på dette tidspunktet.`, { code: 'unknown-clock' });
  }

  async commands(pathwayId: string, asOf: OsloDate | undefined): Promise<z.input<typeof commandsSchema>> {
    const view = await this.ledger.patientView(pathwayId, asOf === undefined ? {} : { asOf });
    const { id, version } = view.regime.definition;
    const { source } = this.rules.definition(id, version);
    const as = actingAs(currentAccess().principal.roles);
    const commands = view.commands.map((state) => {
      // In the order of the write: what is left to others is refused as theirs, whatever the state says.
      const kept = roleRefusal(source, state.command, as);
      return commandShown(source, kept === null ? state : { ...state, allowed: false, refusal: kept });
    });
    return { pathwayId, asOf: view.asOf, position: view.position, commands };
  }

  /** Before its first event was recorded a pathway had no rules to be judged by: it did not exist yet. */
  private async looking<T>({ knownAt }: LookBack, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (knownAt === undefined || !(error instanceof RegimeError) || error.code !== 'no-regime') throw error;
      throw new ApiProblem('not-found', 'Forløpet var ikke registrert da.', { code: 'not-known-yet' });
    }
  }
}

const latestKey = (input: PathwayInput, rule: string): string => evaluate(input).clocks.findLast(({ clock }) => clock === rule)?.key ?? rule;

/** What a form needs to give the command: the fields of the event that it records, without those that it sets itself. */
function commandShown(definition: Definition, state: CommandState): CommandShown {
  const spec = definition.commands.find(({ id }) => id === state.command)!;
  const { fields = {}, text } = definition.events[spec.records]!;
  return {
    ...state,
    title: spec.title,
    records: spec.records,
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(spec.sets ?? {}, name))),
    text: text ?? 'none',
    roles: spec.roles ?? [],
  };
}
