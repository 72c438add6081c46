import { osloDateOf, osloMidnight } from '@forlop/calendar';
import { LedgerError, type Ledger, type LookDue, type RegistryLook } from '@forlop/ledger';
import { RegistryError, type AddressRegistry, type GpRegistry, type PersonRegistry, type RegistryAnswers, type RegistryName } from '@forlop/registries';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';
import { followPersonFeed } from './person-feed.js';

export interface RegistryWatchOptions {
  readonly ledger: Pick<Ledger, 'looksDue' | 'recordLook' | 'feedPosition' | 'moveFeed'>;
  /** Null: not asked. */
  readonly persons: PersonRegistry | null;
  readonly gps: GpRegistry | null;
  readonly addresses: AddressRegistry | null;
  readonly log: Logger;
  /** Milliseconds from one turn to the next. */
  readonly everyMs?: number;
  /** Questions under way at once to one registry. */
  readonly parallel?: number;
  readonly now?: () => Date;
}

/** What a turn did. */
export interface RegistryTurn {
  readonly asked: number;
  /** Pathways that Persontjenesten's feed of changes made due. */
  readonly told: number;
  /** Facts on record now that were not. */
  readonly facts: number;
  /** Questions that were refused or answered with what cannot be read; asked again tomorrow. */
  readonly unanswered: number;
  /** Registries that did not answer anybody; asked again in the next turn. */
  readonly away: readonly RegistryName[];
}

/** A death that the feed tells of ends reminders within this time. */
const standardEveryMs = 5 * 60_000;
const standardParallel = 4;
const page = 100;

type Ask = (due: LookDue) => Promise<RegistryAnswers>;
interface Counts {
  asked: number;
  facts: number;
  unanswered: number;
}

/**
 * Asks the national registries once a day, from midnight in Oslo, about everybody whose pathway is live, and records what is new: whoever is
 * dead gets no more reminders, and a new fastlege is told instead of the former. Whom Persontjenesten's feed of changes tells of is asked about in the
 * turn that reads it; the daily question stays, for what a feed may leave out. One registry that is away holds up none of the others.
 */
export class RegistryWatch {
  private readonly repeated: Repeated;

  constructor(private readonly options: RegistryWatchOptions) {
    const { log, everyMs = standardEveryMs } = options;
    this.repeated = new Repeated({
      turn: async () => void (await this.once()),
      everyMs,
      onFailure: (error) => log.error({ error: errorFacts(error) }, 'the registries could not be asked, trying again'),
    });
  }

  start(): void {
    this.repeated.start();
  }

  stop(): Promise<void> {
    return this.repeated.stop();
  }

  /** One turn. Throws when the database does not answer. */
  async once(): Promise<RegistryTurn> {
    const { persons, gps, addresses, log } = this.options;
    const counts: Counts = { asked: 0, facts: 0, unanswered: 0 };
    const away: RegistryName[] = [];
    const told = persons === null ? 0 : await this.follow(persons);
    // Deaths first: whoever is dead has left her fastlege's list, which is nothing to tell.
    if (persons !== null && !(await this.askAll('persontjenesten', async ({ personNumber }) => ({ person: await persons.person(personNumber) }), counts))) away.push('persontjenesten');
    if (gps !== null && !(await this.askAll('fastlegeregisteret', async ({ personNumber }) => ({ gp: await gps.contractOn(personNumber, this.today()) }), counts))) away.push('fastlegeregisteret');
    // Of the fastlege that was found now.
    if (addresses !== null && !(await this.askAll('adresseregisteret', (due) => reachOf(addresses, due), counts))) away.push('adresseregisteret');
    if (counts.asked > 0) log.info({ ...counts, told }, 'the registries were asked');
    return { ...counts, told, away };
  }

  private readonly now = (): Date => this.options.now?.() ?? new Date();
  private readonly today = () => osloDateOf(this.now().getTime());

  /** What the feed tells is only earlier than the daily question: without it that finds the same. */
  private async follow(persons: PersonRegistry): Promise<number> {
    const { ledger, log } = this.options;
    try {
      return await followPersonFeed({ ledger, persons, log, isStopping: () => this.repeated.isStopping });
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      log.warn({ registry: error.source, code: error.code, detail: error.detail }, 'the feed of changes could not be read, trying again later');
      return 0;
    }
  }

  /** Asks one registry about everybody who is due. @returns false when it is away. */
  private async askAll(registry: RegistryName, ask: Ask, counts: Counts): Promise<boolean> {
    const { ledger, log, parallel = standardParallel } = this.options;
    const askedBefore = new Date(osloMidnight(this.today())).toISOString();
    for (let after: string | null = ''; after !== null && !this.repeated.isStopping; ) {
      const { due, next } = await ledger.looksDue({ registries: [registry], askedBefore, limit: page, ...(after !== '' && { after }) });
      for (let i = 0; i < due.length && !this.repeated.isStopping; i += parallel) {
        const failures = await Promise.all(due.slice(i, i + parallel).map((one) => this.look(registry, one, ask, counts)));
        const [away] = failures.filter((failure) => failure !== null);
        if (away === undefined) continue;
        log.warn({ registry, code: away.code, detail: away.detail }, 'a registry does not answer, trying again later');
        return false;
      }
      after = next;
    }
    return true;
  }

  /** One question, and what it makes known. @returns why the registry is away, when it is. */
  private async look(registry: RegistryName, due: LookDue, ask: Ask, counts: Counts): Promise<RegistryError | null> {
    const { log } = this.options;
    let answers: RegistryAnswers = {};
    try {
      answers = await ask(due);
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      if (error.code === 'unavailable' || error.code === 'not-authorised') return error;
      counts.unanswered += 1;
      log.warn({ registry, pathwayId: due.pathwayId, code: error.code, detail: error.detail }, 'a registry gave no answer that can be used about a patient');
    }
    counts.asked += 1;
    await this.record(due.pathwayId, { asked: [registry], answers, changed: due.changed }, counts);
    return null;
  }

  /** One patient who cannot be written about must not keep the others from being looked after. */
  private async record(pathwayId: string, look: RegistryLook, counts: Counts): Promise<void> {
    const { ledger, log } = this.options;
    try {
      const { facts, refused } = await ledger.recordLook(pathwayId, look);
      counts.facts += facts.length;
      for (const { fact, errors } of refused) log.error({ pathwayId, kind: fact.kind, codes: errors.map(({ code }) => code) }, 'what a registry says cannot be so: somebody must look at it');
    } catch (error) {
      if (error instanceof LedgerError && error.retryable) throw error;
      log.error({ pathwayId, error: errorFacts(error) }, 'what a registry says could not be recorded');
    }
  }
}

/** Whether messages reach the fastlege; when nobody has the HER-id, none does. */
async function reachOf(addresses: AddressRegistry, { herId }: LookDue): Promise<RegistryAnswers> {
  if (herId === null) return {};
  const { value, ...answer } = await addresses.byHerId(herId);
  return { address: { ...answer, value: { herId, receivesMessages: value?.receivesMessages ?? false } } };
}
