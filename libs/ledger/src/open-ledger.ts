import { DataKeys, type KeyService, type SearchKey } from '@forlop/crypto';
import type { LoadedRules } from '@forlop/definitions';
import { callsOf, namesOf, withCalls } from './calls.js';
import { databaseClock, type LedgerClock } from './clock.js';
import { countingOf } from './counting.js';
import { inThisThread } from './compliance/in-this-thread.js';
import type { LedgerContext, Past, PeoplesHours } from './context.js';
import { appDataSource, type LedgerRole } from './database/data-source.js';
import type { Database } from './database/database.js';
import { asLedgerError } from './database/database-errors.js';
import { mirroredCalendarOf } from './mirrored-calendar.js';
import { remindingOf } from './reminding.js';
import { ping } from './database/ping.js';
import { keepingOf } from './keeping.js';
import { recordOf } from './record.js';
import { CommitListener } from './relay/listener.js';
import { CommitNotice } from './relay/commit-notice.js';
import type { Access } from './types/access.js';
import { LedgerError } from './types/errors.js';
import type { Ledger } from './types/ledger.js';
import { unmatchedOf } from './unmatched.js';
import { webhooksOf } from './webhooks.js';
import { dailyWorkOf } from './daily-work.js';
import { complianceOf } from './compliance.js';
import { reportSchedulesOf } from './report-schedules.js';
import { historyRunsOf } from './imported/history-runs.js';
import { workingOf } from './working.js';

/** How a ledger is opened. */
export interface LedgerOptions {
  /** Connection string. Its user must be a member of the role's database role. Never logged. */
  readonly url: string;
  /**
   * Default `engine`: the system itself (`forlop_app`), which sees every patient. `api` (`forlop_api`) sees what `as` lets
   * it; without it no patient, but health, settings and organisations.
   */
  readonly role?: LedgerRole;
  readonly rules: LoadedRules;
  readonly keys: KeyService;
  readonly searchKey: SearchKey;
  /** Default: the database's clock. */
  readonly clock?: LedgerClock;
  /** When people may be disturbed, on working days. Default 08:00–20:00; null sends at any time. */
  readonly hours?: PeoplesHours | null;
  /** What falls due to one receiver within so many minutes, 1 to 60, is sent together; 0: each at once, at any time. Default 15. */
  readonly digestMinutes?: number;
  /** How long break-glass lasts, in hours: 1 to 24. Default 4. */
  readonly glassHours?: number;
  /** How questions about an earlier day are worked out. Default: in this thread, however many pathways there are. */
  readonly past?: Past;
  /** Connections at most; who finds none free waits five seconds, and is then told `overloaded`. Default 10. */
  readonly poolSize?: number;
}

const defaultGlassHours = 4;
const defaultDigestMinutes = 15;
/** The table allows no more. */
const mostGlassHours = 24;
const defaultHours: PeoplesHours = { from: '08:00', to: '20:00' };

/**
 * Opens the ledger on a migrated database.
 * @throws LedgerError `unavailable`, or `setup` when the database is not migrated or the user lacks its role.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { clock = databaseClock, role = 'engine', glassHours = defaultGlassHours } = options;
  if (!Number.isInteger(glassHours) || glassHours < 1 || glassHours > mostGlassHours) throw new LedgerError('setup', `Nødtilgang varer fra 1 til ${mostGlassHours} timer.`);
  const dataSource = appDataSource(options.url, options.poolSize, role);
  const database: Database = { dataSource, access: null, clock };
  try {
    await dataSource.initialize();
    await ping(database);
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw asLedgerError(error);
  }
  const notice = new CommitNotice(dataSource);
  return ledgerOf({
    database,
    notice,
    rules: options.rules,
    keys: new DataKeys(options.keys),
    searchKey: options.searchKey,
    clock,
    glassHours,
    hours: options.hours === undefined ? defaultHours : options.hours,
    digestMinutes: options.digestMinutes ?? defaultDigestMinutes,
    past: options.past ?? inThisThread(options.rules),
  }, options.url, role);
}

/** The ledger as somebody sees it: the same calls on the same connections, each in a transaction with their eyes. */
function seenBy(context: LedgerContext, url: string, role: LedgerRole, access: Access): Ledger {
  if (role !== 'api') throw new LedgerError('setup', 'Bare en hovedbok som er åpnet med rollen «api», kan ses på vegne av noen.');
  const ledger = ledgerOf({ ...context, database: { ...context.database, access } }, url, role);
  // The connections belong to whoever opened them.
  const mine = withCalls(ledger, { close: () => Promise.resolve() });
  const only = allowed[access.kind];
  return only === undefined ? mine : onlyThese(mine, only);
}

/** What eyes that belong to nobody may call: they reach patients that no person chose, so they are given nothing that answers with one. */
const allowed: Partial<Readonly<Record<Access['kind'], readonly (keyof Ledger)[]>>> = {
  intake: ['intake', 'quarantine', 'withIdempotency', 'organisations', 'effects', 'ping', 'close'],
  answer: ['pathwayOfReminder', 'answerReminder', 'unsubscribe', 'close'],
  statistics: ['publicComplianceReport', 'complianceDay', 'organisations', 'close'],
};

function onlyThese(ledger: Ledger, calls: readonly (keyof Ledger)[]): Ledger {
  const refused = namesOf(ledger).filter((name) => !calls.includes(name as keyof Ledger));
  const refuse = (): never => {
    throw new LedgerError('setup', 'Inntak av henvisninger, svar på påminnelser og statistikk kan ikke lese pasienter.');
  };
  return withCalls(ledger, Object.fromEntries(refused.map((name) => [name, refuse])));
}

/** What makes the ledger's calls, given what they all work with; each is a function of one file. */
const roomsOf = callsOf([recordOf, keepingOf, remindingOf, unmatchedOf, webhooksOf, dailyWorkOf, workingOf, complianceOf, reportSchedulesOf, mirroredCalendarOf, countingOf, historyRunsOf]);

function ledgerOf(context: LedgerContext, url: string, role: LedgerRole): Ledger {
  return withCalls(roomsOf(context), {
    as: (access: Access) => seenBy(context, url, role, access),
    onCommitted: async (wake: Parameters<Ledger['onCommitted']>[0]) => {
      const listener = new CommitListener(url, wake);
      await listener.start();
      return () => listener.stop();
    },
    close: async () => {
      await context.notice.settled();
      await context.database.dataSource.destroy();
    },
  });
}
