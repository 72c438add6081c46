import { DataKeys, type KeyService, type SearchKey } from '@forlop/crypto';
import type { LoadedRules } from '@forlop/definitions';
import { logAccess } from './access-log/log-access.js';
import { readAccessLog } from './access-log/read-access-log.js';
import { verifyAccessLog } from './access-log/verify-access-log.js';
import { rebuild, verify } from './audit/verify.js';
import { databaseClock, type LedgerClock } from './clock.js';
import { countingOf } from './counting.js';
import { command } from './commands/command.js';
import { setContact } from './commands/contact.js';
import { correct, retract } from './commands/correct.js';
import { move, setMode } from './commands/move.js';
import { previewCommand } from './commands/preview.js';
import { record } from './commands/record.js';
import { inThisThread } from './compliance/in-this-thread.js';
import type { LedgerContext, Past, PeoplesHours } from './context.js';
import { appDataSource, type LedgerRole } from './database/data-source.js';
import type { Database } from './database/database.js';
import { asLedgerError } from './database/database-errors.js';
import { mirroredCalendarOf } from './mirrored-calendar.js';
import { remindingOf } from './reminding.js';
import { ledgerToday } from './core/today.js';
import { ping } from './database/ping.js';
import { effects, setEffects } from './house/effects.js';
import { withIdempotency } from './house/idempotency.js';
import { endSessions, isEnded, useOnce } from './house/log-in-memory.js';
import { beginSession, endWebSessions, sessionsOf } from './house/web-sessions.js';
import { organisations, registerOrganisation } from './house/organisations.js';
import { colleagues } from './house/colleagues.js';
import { principalOf } from './house/principals.js';
import { grantRole, roleGrants, withdrawRole } from './house/role-grants.js';
import { importPathways } from './imported/import-pathways.js';
import { intake } from './intake/intake.js';
import { quarantine } from './intake/quarantine.js';
import { quarantineList } from './intake/quarantine-list.js';
import { releaseQuarantine } from './intake/release.js';
import { referralPathway } from './intake/sources.js';
import { keepingOf } from './keeping.js';
import { advance } from './process/advance.js';
import { claimAttempt } from './process/claims.js';
import { confirmObligation } from './process/confirm.js';
import { heldObligations } from './process/held-obligations.js';
import { livePathways } from './process/live-pathways.js';
import { messageContent } from './process/message-content.js';
import { recordOutcome } from './process/outcome.js';
import { kernelInput, patientView } from './reads/patient-view.js';
import { searchByIdentifier, searchByName } from './reads/search.js';
import { CommitListener } from './relay/listener.js';
import { CommitNotice } from './relay/commit-notice.js';
import { backlog, clean, markSent, unsent } from './relay/outbox.js';
import { looksDue } from './registries/looks-due.js';
import { feedPosition, moveFeed } from './registries/feed.js';
import { recordLook } from './registries/record-look.js';
import { registeredFastlege } from './registries/registered-fastlege.js';
import { breakGlass, breakGlassUses } from './tenancy/break-glass.js';
import { breakGlassByNumber, countGlassAttempt } from './tenancy/break-glass-by-number.js';
import { block, grantAccess, transfer, unblock, withdrawAccess } from './tenancy/grants.js';
import { participants } from './tenancy/participants.js';
import type { Access } from './types/access.js';
import { LedgerError } from './types/errors.js';
import type { Ledger } from './types/ledger.js';
import { unmatchedOf } from './unmatched.js';
import { webhooksOf } from './webhooks.js';
import { dailyWorkOf } from './daily-work.js';
import { complianceOf } from './compliance.js';
import { workingOf } from './working.js';
import { worklistCounts } from './worklist/counts.js';
import { worklist } from './worklist/worklist.js';

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
  const mine = { ...ledger, close: () => Promise.resolve() };
  const only = callsOf[access.kind];
  return only === undefined ? mine : onlyThese(mine, only);
}

/** What eyes that belong to nobody may call: they reach patients that no person chose, so they are given nothing that answers with one. */
const callsOf: Partial<Readonly<Record<Access['kind'], readonly (keyof Ledger)[]>>> = {
  intake: ['intake', 'quarantine', 'withIdempotency', 'organisations', 'effects', 'ping', 'close'],
  answer: ['pathwayOfReminder', 'answerReminder', 'unsubscribe', 'close'],
  statistics: ['publicComplianceReport', 'complianceDay', 'organisations', 'close'],
};

function onlyThese(ledger: Ledger, calls: readonly (keyof Ledger)[]): Ledger {
  const refused = Object.keys(ledger).filter((name) => !calls.includes(name as keyof Ledger));
  const refuse = (): never => {
    throw new LedgerError('setup', 'Inntak av henvisninger, svar på påminnelser og statistikk kan ikke lese pasienter.');
  };
  return { ...ledger, ...Object.fromEntries(refused.map((name) => [name, refuse])) };
}

/** Each call of the interface is a function of one file, given what they all work with. */
function ledgerOf(context: LedgerContext, url: string, role: LedgerRole): Ledger {
  const bound = <A extends readonly unknown[], R>(work: (context: LedgerContext, ...args: A) => R) => (...args: A): R => work(context, ...args);
  return {
    ...keepingOf(context),
    intake: bound(intake),
    importPathways: bound(importPathways),
    referralPathway: bound(referralPathway),
    quarantine: bound(quarantine),
    releaseQuarantine: bound(releaseQuarantine),
    command: bound(command),
    previewCommand: bound(previewCommand),
    record: bound(record),
    correct: bound(correct),
    retract: bound(retract),
    move: bound(move),
    setMode: bound(setMode),
    setContact: bound(setContact),
    grantAccess: bound(grantAccess),
    withdrawAccess: bound(withdrawAccess),
    transfer: bound(transfer),
    block: bound(block),
    unblock: bound(unblock),
    participants: bound(participants),
    breakGlass: bound(breakGlass),
    breakGlassByNumber: bound(breakGlassByNumber),
    countGlassAttempt: bound(countGlassAttempt),
    breakGlassUses: bound(breakGlassUses),
    grantRole: bound(grantRole),
    withdrawRole: bound(withdrawRole),
    roleGrants: bound(roleGrants),
    principalOf: bound(principalOf),
    colleagues: bound(colleagues),
    advance: bound(advance),
    claimAttempt: bound(claimAttempt),
    recordOutcome: bound(recordOutcome),
    messageContent: bound(messageContent),
    confirmObligation: bound(confirmObligation),
    heldObligations: bound(heldObligations),
    livePathways: bound(livePathways),
    ...remindingOf(context),
    ...unmatchedOf(context),
    ...webhooksOf(context),
    ...dailyWorkOf(context),
    ...workingOf(context),
    ...complianceOf(context),
    ...mirroredCalendarOf(context),
    ...countingOf(context),
    looksDue: bound(looksDue),
    recordLook: bound(recordLook),
    feedPosition: bound(feedPosition),
    moveFeed: bound(moveFeed),
    registeredFastlege: bound(registeredFastlege),
    unsent: bound(unsent),
    markSent: bound(markSent),
    backlog: bound(backlog),
    clean: bound(clean),
    patientView: bound(patientView),
    kernelInput: bound(kernelInput),
    worklist: bound(worklist),
    quarantineList: bound(quarantineList),
    worklistCounts: bound(worklistCounts),
    searchByIdentifier: bound(searchByIdentifier),
    searchByName: bound(searchByName),
    registerOrganisation: bound(registerOrganisation),
    organisations: bound(organisations),
    useOnce: bound(useOnce),
    endSessions: bound(endSessions),
    isEnded: bound(isEnded),
    beginSession: bound(beginSession),
    sessionsOf: bound(sessionsOf),
    endWebSessions: bound(endWebSessions),
    effects: bound(effects),
    setEffects: bound(setEffects),
    today: bound(ledgerToday),
    withIdempotency: (request, fn) => withIdempotency(context, request, fn),
    as: (access) => seenBy(context, url, role, access),
    logAccess: bound(logAccess),
    accessLog: bound(readAccessLog),
    verifyAccessLog: bound(verifyAccessLog),
    verify: bound(verify),
    rebuild: bound(rebuild),
    ping: () => ping(context.database),
    onCommitted: async (wake) => {
      const listener = new CommitListener(url, wake);
      await listener.start();
      return () => listener.stop();
    },
    close: async () => {
      await context.notice.settled();
      await context.database.dataSource.destroy();
    },
  };
}
