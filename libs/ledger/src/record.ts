import { logAccess } from './access-log/log-access.js';
import { readAccessLog } from './access-log/read-access-log.js';
import { verifyAccessLog } from './access-log/verify-access-log.js';
import { rebuild, verify } from './audit/verify.js';
import { command } from './commands/command.js';
import { setContact } from './commands/contact.js';
import { correct, retract } from './commands/correct.js';
import { move, setMode } from './commands/move.js';
import { previewCommand } from './commands/preview.js';
import { record } from './commands/record.js';
import { sumSettled } from './compliance/summing.js';
import type { LedgerContext } from './context.js';
import { ledgerToday } from './core/today.js';
import { ping } from './database/ping.js';
import { colleagues } from './house/colleagues.js';
import { effects, setEffects } from './house/effects.js';
import { withIdempotency } from './house/idempotency.js';
import { endSessions, isEnded, useOnce } from './house/log-in-memory.js';
import { organisations, registerOrganisation } from './house/organisations.js';
import { principalOf } from './house/principals.js';
import { grantRole, roleGrants, withdrawRole } from './house/role-grants.js';
import { beginSession, endWebSessions, sessionsOf } from './house/web-sessions.js';
import { importPathways } from './imported/import-pathways.js';
import { intake } from './intake/intake.js';
import { quarantineList } from './intake/quarantine-list.js';
import { quarantine } from './intake/quarantine.js';
import { releaseQuarantine } from './intake/release.js';
import { referralPathway } from './intake/sources.js';
import { advance } from './process/advance.js';
import { claimAttempt } from './process/claims.js';
import { confirmObligation } from './process/confirm.js';
import { heldObligations } from './process/held-obligations.js';
import { livePathways } from './process/live-pathways.js';
import { messageContent } from './process/message-content.js';
import { recordOutcome } from './process/outcome.js';
import { kernelInput, patientView } from './reads/patient-view.js';
import { searchByIdentifier, searchByName } from './reads/search.js';
import { feedPosition, moveFeed } from './registries/feed.js';
import { looksDue } from './registries/looks-due.js';
import { recordLook } from './registries/record-look.js';
import { registeredFastlege } from './registries/registered-fastlege.js';
import { backlog, clean, markSent, unsent } from './relay/outbox.js';
import { breakGlassByNumber, countGlassAttempt } from './tenancy/break-glass-by-number.js';
import { breakGlass, breakGlassUses } from './tenancy/break-glass.js';
import { block, grantAccess, transfer, unblock, withdrawAccess } from './tenancy/grants.js';
import { participants } from './tenancy/participants.js';
import type { Ledger } from './types/ledger.js';
import { worklistCounts } from './worklist/counts.js';
import { worklist } from './worklist/worklist.js';

/** The calls that no room of its own has, given what they all work with: pathways, access, sessions, relay and checks. */
export function recordOf(context: LedgerContext) {
  const bound = <A extends readonly unknown[], R>(work: (context: LedgerContext, ...args: A) => R) => (...args: A): R => work(context, ...args);
  return {
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
    logAccess: bound(logAccess),
    accessLog: bound(readAccessLog),
    verifyAccessLog: bound(verifyAccessLog),
    verify: bound(verify),
    rebuild: bound(rebuild),
    sumSettled: bound(sumSettled),
    withIdempotency: (request, fn) => withIdempotency(context, request, fn),
    ping: () => ping(context.database),
  } satisfies Partial<Ledger>;
}
