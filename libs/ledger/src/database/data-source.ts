import pg from 'pg';
import { DataSource } from 'typeorm';
import { entities } from '../entities/index.js';
import { AccessLog1774000000002 } from '../migrations/access-log.js';
import { Addressing1774000000023 } from '../migrations/addressing.js';
import { Answers1774000000022 } from '../migrations/answers.js';
import { Erasure1774000000003 } from '../migrations/erasure.js';
import { Compliance1775000010001 } from '../migrations/compliance.js';
import { ErasureByPeople1774000000011 } from '../migrations/erasure-by-people.js';
import { GlassAttempts1774000000012 } from '../migrations/glass-attempts.js';
import { HistoryRuns1775000011401 } from '../migrations/history-runs.js';
import { InitialLedger1774000000000 } from '../migrations/initial-ledger.js';
import { KnownPeople1775000008001 } from '../migrations/known-people.js';
import { LeanHistory1775000010102 } from '../migrations/lean-history.js';
import { LogInMemory1774000000013 } from '../migrations/log-in-memory.js';
import { MeetingInvitations1775000009001 } from '../migrations/meeting-invitations.js';
import { PersonAnswers1775000003000 } from '../migrations/person-answers.js';
import { MirroredCalendar1775000007000 } from '../migrations/mirrored-calendar.js';
import { PlaceByDay1775000011001 } from '../migrations/place-by-day.js';
import { QuickCounting1775000010101 } from '../migrations/quick-counting.js';
import { QuickPolicies1774000000005 } from '../migrations/quick-policies.js';
import { QuickState1775000010103 } from '../migrations/quick-state.js';
import { Reminders1774000000020 } from '../migrations/reminders.js';
import { RegistryFeed1775000002001 } from '../migrations/registry-feed.js';
import { ReportSchedules1775000011201 } from '../migrations/report-schedules.js';
import { SettledSums1775000011301 } from '../migrations/settled-sums.js';
import { RegistryLooks1774000000101 } from '../migrations/registry-looks.js';
import { SteeredReminders1775000009002 } from '../migrations/steered-reminders.js';
import { Tenancy1774000000001 } from '../migrations/tenancy.js';
import { UnmatchedOwners1775000001002 } from '../migrations/unmatched-owners.js';
import { WebhookSubscribers1775000001001 } from '../migrations/webhook-subscribers.js';
import { WorkList1775000005001 } from '../migrations/work-list.js';
import { WebSessions1774000000016 } from '../migrations/web-sessions.js';
import { WhatIfJobs1775000010301 } from '../migrations/what-if-jobs.js';
import { Working1775000006001 } from '../migrations/working.js';

/** Owns the tables; nothing runs as it but migrations. */
export const ownerRole = 'forlop_owner';
/** What worker, courier and command line run as: adds events, never changes one, sees every patient. */
export const appRole = 'forlop_app';
/** What the API runs as: sees what its transaction's eyes may see (docs/access.md), and without them no patient. */
export const apiRole = 'forlop_api';

/** `engine`: the system itself, for all patients. `api`: on behalf of somebody. */
export type LedgerRole = 'engine' | 'api';


const types = { date: 1082, int8: 20 } as const;

/**
 * A `date` stays the text that it is: as a JavaScript Date it would be midnight in the machine's own time zone. A
 * position fits a number until 2^53.
 */
const parsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === types.date) return (value) => value;
    if (oid === types.int8) return Number;
    return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
  },
};

/** Session settings: the role that the rights are given to, and limits so that nobody holds a lock or the outbox up. */
const session = (role: string): string =>
  [`role=${role}`, 'timezone=UTC', 'idle_in_transaction_session_timeout=60s', 'lock_timeout=30s'].map((setting) => `-c ${setting}`).join(' ');

function dataSourceAs(role: string, url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [
      InitialLedger1774000000000, Tenancy1774000000001, AccessLog1774000000002, Erasure1774000000003, QuickPolicies1774000000005,
      ErasureByPeople1774000000011, GlassAttempts1774000000012, LogInMemory1774000000013, WebSessions1774000000016, Reminders1774000000020,
      Answers1774000000022, Addressing1774000000023, RegistryLooks1774000000101, PersonAnswers1775000003000, WebhookSubscribers1775000001001, UnmatchedOwners1775000001002, RegistryFeed1775000002001, WorkList1775000005001, Working1775000006001, MirroredCalendar1775000007000,
      KnownPeople1775000008001, MeetingInvitations1775000009001, SteeredReminders1775000009002, Compliance1775000010001, QuickCounting1775000010101, LeanHistory1775000010102, QuickState1775000010103, WhatIfJobs1775000010301, PlaceByDay1775000011001, ReportSchedules1775000011201, SettledSums1775000011301, HistoryRuns1775000011401,
    ],
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    // TypeORM's own log shows parameters, which are people's data.
    logging: false,
    poolSize,
    connectTimeoutMS: 5_000,
    applicationName: 'forlop',
    // An idle connection that the server closed: the pool opens another for the next caller, who is told if that fails.
    poolErrorHandler: () => undefined,
    // A connection takes the next statement before it has answered the last one; who must know an answer first waits for it.
    extra: { options: session(role), types: parsers, pipeline: true },
  });
}

/** What the apps use. Not yet connected. */
export function appDataSource(url: string, poolSize = 10, role: LedgerRole = 'engine'): DataSource {
  return dataSourceAs(role === 'api' ? apiRole : appRole, url, poolSize);
}

/** What migrations use. Not yet connected. */
export function ownerDataSource(url: string): DataSource {
  return dataSourceAs(ownerRole, url, 1);
}
