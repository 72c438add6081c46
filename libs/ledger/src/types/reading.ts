import type { FastlegeStatus, RegistryName } from '@forlop/registries';
import type { OsloDate } from '@forlop/calendar';
import type { Alarm, ClockRow, ClockStatus, CommandState, Finding, NextStep, PathwayInput, Regime, RequirementState } from '@forlop/pathway';
import type { QuarantineReason } from './intake.js';
import type { ObligationKind } from './advancing.js';
import type { RoleHeld, WorklistBucket } from './daily-work.js';
import type { PathwayMode, RecordedEvent } from './writing.js';

/** What identifies a person; null throughout after erasure. */
export interface PatientShown {
  readonly id: string;
  readonly name: { readonly given: string; readonly family: string } | null;
  readonly birthDate: OsloDate | null;
  readonly identifier: { readonly system: string; readonly value: string } | null;
  /** False in quarantine and where no valid number is known. */
  readonly verified: boolean;
  readonly sex: string | null;
  readonly phone: string | null;
  readonly address: { readonly lines?: readonly string[] | undefined; readonly postalCode?: string | undefined; readonly city?: string | undefined; readonly country?: string | undefined } | null;
  readonly protection: string | null;
  readonly erased: boolean;
}

export interface ClockShown extends ClockRow {
  readonly status: ClockStatus;
  readonly title: string;
}

export interface TimelineEntry extends RecordedEvent {
  readonly title: string;
  /** The unsealed free text. */
  readonly text: string | null;
  /** Id of the event that corrected or retracted this one, if any. */
  readonly supersededBy: string | null;
}

export interface ObligationShown {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly duty: string;
  readonly title: string;
  readonly clockKey: string;
  readonly to: string;
  readonly opensOn: OsloDate;
  readonly closesOn: OsloDate | null;
  readonly open: boolean;
  readonly askOn: readonly OsloDate[];
  readonly needsConfirmation: boolean;
  readonly confirmedBy: string | null;
  /** What was sent, or why not; oldest first. */
  readonly told: readonly { readonly at: string; readonly purpose: string; readonly status: string; readonly code: string | null; readonly messageId: string | null }[];
}

/** One patient's pathway, as of a day. */
export interface PatientView {
  readonly pathwayId: string;
  readonly mode: PathwayMode;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly patient: PatientShown;
  readonly regime: Regime;
  readonly definitionTitle: string;
  readonly asOf: OsloDate;
  readonly position: number;
  readonly step: { readonly id: string; readonly title: string; readonly since: OsloDate; readonly owner: string | null };
  readonly active: boolean;
  readonly endedOn: OsloDate | null;
  readonly variant: string | null;
  readonly groups: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly clocks: readonly ClockShown[];
  readonly nextSteps: readonly NextStep[];
  readonly alarms: readonly Alarm[];
  readonly findings: readonly Finding[];
  readonly requirements: readonly RequirementState[];
  readonly plans: readonly string[];
  readonly countables: Readonly<Record<string, number>>;
  readonly obligations: readonly ObligationShown[];
  readonly commands: readonly CommandState[];
  readonly timeline: readonly TimelineEntry[];
  /** As Fastlegeregisteret last said it. Null: never asked, not to be known by whoever looks, or the view is of another day than today. */
  readonly fastlege: FastlegeShown | null;
  /** When each national registry was asked about the patient; those that never were are not in it. Empty in a view of another day than today. */
  readonly registries: readonly RegistryLookShown[];
  readonly quarantine: { readonly receivedOn: OsloDate; readonly owner: string; readonly reasons: readonly QuarantineReason[]; readonly releasedAt: string | null } | null;
}

/**
 * When a registry was asked about the patient. Persontjenesten: whether she lives, where, and how protected that is; Fastlegeregisteret: her fastlege;
 * Adresseregisteret: the fastlege's HER-id.
 */
export interface RegistryLookShown {
  readonly registry: RegistryName;
  /** ISO 8601. */
  readonly askedAt: string;
  /** When its last answer that counted was given. Null: none yet. */
  readonly asOf: string | null;
  /** How old that answer is, by the ledger's clock. */
  readonly ageMinutes: number | null;
}

/** Who the fastlege is by the registry, and the age of its answer. */
export interface FastlegeShown {
  readonly status: FastlegeStatus;
  /** Since when the patient is on the list; null without one. */
  readonly since: OsloDate | null;
  readonly doctors: readonly { readonly name: string | null; readonly hprNumber: string; readonly role: 'fastlege' | 'vikar' }[];
  readonly office: { readonly name: string | null; readonly orgNumber: string | null } | null;
  /** Where messages to her go. */
  readonly herId: string | null;
  /** Whether messages reach that HER-id, and when Adresseregisteret said so. Null: not asked about it. */
  readonly reach: { readonly receivesMessages: boolean; readonly asOf: string } | null;
  /** When the registry answered; ISO 8601. */
  readonly asOf: string;
  readonly source: RegistryName;
}

/** What the kernel's own questions (explain, what was shown then) are asked with. */
export type KernelInput = PathwayInput;

/** Filters of the work list; those that are given must all hold. */
export interface WorklistFilter {
  /** Default: all. */
  readonly organisationIds?: readonly string[];
  /** The role or person that must act; the list is then that one's, sorted by what it must do first. */
  readonly owner?: string;
  readonly definition?: string;
  readonly variant?: string;
  readonly step?: string;
  /** Rule id. The list then has a row for each occurrence, sorted by its due date. */
  readonly clock?: string;
  /** With `clock`: that clock's status; alone: any clock of the pathway that is still open. */
  readonly clockStatus?: readonly ClockStatus[];
  /** Next due date before this day. */
  readonly dueBefore?: OsloDate;
  /** An open clock is past its date, and not by the patient's own choice. */
  readonly broken?: boolean;
  readonly atRisk?: boolean;
  readonly noNextStep?: boolean;
  readonly findings?: boolean;
  readonly quarantine?: boolean;
  /** Somebody follows the patient up: the person's id, or empty for those whom nobody does. */
  readonly person?: string;
  /** The house owes something today or has since before. */
  readonly today?: boolean;
  /** It is somebody outside the hospital's turn. */
  readonly waitingForOthers?: boolean;
  readonly mode?: PathwayMode;
  /** Also pathways that are over and owe nobody anything. Default false. */
  readonly includeFinished?: boolean;
}

/**
 * `due`: next due date first, none last. `waiting`: longest in its step first. `received`: oldest first. `contact`: who was longest without
 * contact first, and before them those who never had any. `step`, `variant`, `owner`: by their ids; no variant and nobody first.
 */
export type WorklistSort = 'due' | 'waiting' | 'received' | 'contact' | 'step' | 'variant' | 'owner';

export interface WorklistQuery {
  readonly filter?: WorklistFilter;
  readonly sort?: WorklistSort;
  /** The other way round. Default false. */
  readonly descending?: boolean;
  /** From the page before. */
  readonly cursor?: string;
  /** 1–200, default 50. */
  readonly limit?: number;
  /** Default: today in Oslo by the ledger's clock. */
  readonly asOf?: OsloDate;
}

export interface WorklistRow {
  readonly pathwayId: string;
  readonly patient: { readonly id: string; readonly name: { readonly given: string; readonly family: string } | null; readonly birthDate: OsloDate | null };
  readonly organisation: { readonly id: string; readonly name: string };
  readonly mode: PathwayMode;
  readonly definition: { readonly id: string; readonly version: string };
  readonly step: string;
  readonly stepSince: OsloDate;
  readonly variant: string | null;
  readonly receivedOn: OsloDate;
  /** The clock that the row is listed for: the filtered one, the owner's first, the first of the wanted status, else the pathway's next. */
  readonly clock: { readonly key: string; readonly clock: string; readonly owner: string; readonly dueOn: OsloDate | null; readonly status: ClockStatus } | null;
  /** Calendar days to that clock's date; negative when it has passed. Null without a date. */
  readonly daysLeft: number | null;
  /** Who follows the patient up: the role of the definition, and the person who has been given it. */
  readonly owner: RoleHeld;
  /** Whose turn it is, and the person who has that role for the patient; null when nothing is awaited. */
  readonly next: RoleHeld | null;
  /** As the registry or a contact says; null when unknown or not for whoever looks. */
  readonly fastlege: string | null;
  readonly lastContactOn: OsloDate | null;
  /** The piles of the front page that it lies in. */
  readonly buckets: readonly WorklistBucket[];
  readonly broken: boolean;
  readonly atRisk: boolean;
  readonly noNextStep: boolean;
  readonly findings: number;
  readonly quarantined: boolean;
  readonly position: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Null: this was the last page. */
  readonly nextCursor: string | null;
}

export interface WorklistPage extends Page<WorklistRow> {
  readonly asOf: OsloDate;
  /** Rows of the whole list, whatever the page: no list is cut off in silence. Counted to 1000 (see `totalIsLeast`). */
  readonly total: number;
  /** The list has more rows than `total` says. */
  readonly totalIsLeast: boolean;
}

/** Which of what is in quarantine is asked for. */
export type QuarantineQuery = Pick<WorklistQuery, 'cursor' | 'limit' | 'asOf'> & Pick<WorklistFilter, 'organisationIds'>;

/** A referral that could not be accepted, as a row of a list. */
export interface QuarantineRow extends WorklistRow {
  readonly quarantine: {
    readonly receivedOn: OsloDate;
    /** Role that sees to it. */
    readonly owner: string;
    readonly reasons: readonly QuarantineReason[];
    /** The system that named the referral: whom to call. */
    readonly sourceSystem: string | null;
    /** The legal frister that run while it waits, the next one first; `clock` may be one of the house's own, which comes before them. */
    readonly frister: readonly NonNullable<WorklistRow['clock']>[];
  };
}

export interface QuarantinePage extends Omit<WorklistPage, 'rows'> {
  readonly rows: readonly QuarantineRow[];
}

/** Pathways in each bucket of the coordinator's front page. */
export interface WorklistCounts {
  readonly asOf: OsloDate;
  readonly open: number;
  readonly today: number;
  readonly waitingForOthers: number;
  readonly broken: number;
  readonly atRisk: number;
  readonly dueThisWeek: number;
  readonly noNextStep: number;
  readonly findings: number;
  readonly quarantine: number;
}

export interface SearchHit {
  /** The first date that anybody must keep. */
  readonly nextDueOn: OsloDate | null;
  /** Who follows the patient up. */
  readonly owner: RoleHeld;
  /** Whose turn it is; null when nothing is awaited. */
  readonly next: RoleHeld | null;
  readonly pathwayId: string;
  readonly patient: PatientShown;
  readonly mode: PathwayMode;
  readonly definition: { readonly id: string; readonly version: string };
  readonly step: string;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** A pathway that must have a workflow, as the sweep sees it. */
export interface LivePathway {
  readonly pathwayId: string;
  readonly position: number;
  /** Position of the last event that `advance` has handed to a workflow; less than `position`: it has not heard all. */
  readonly advancedPosition: number;
  readonly nextWakeAt: string | null;
  readonly finished: boolean;
  /** Workflow ids of the obligations that must be running. */
  readonly obligations: readonly string[];
  /** Of those that are open and have nothing to do yet: they may run, where their days have moved, and need not. */
  readonly dormant: readonly string[];
}

/** One thing that `verify` found wrong. */
export interface Difference {
  /** Null: it is no single pathway's. */
  readonly pathwayId: string | null;
  readonly what: 'chain' | 'head' | 'order' | 'pathway_state' | 'clock_row' | 'obligation_row' | 'finding_row' | 'pathway_access' | 'pathway_sum' | 'clock_sum' | 'unreadable';
  /** Event position or row key. */
  readonly at: string | null;
  /** A sentence in bokmål. */
  readonly sentence: string;
}

export interface VerifyReport {
  readonly pathways: number;
  readonly events: number;
  readonly differences: readonly Difference[];
}

export interface RebuildReport {
  readonly pathways: number;
  readonly changed: number;
}

/** The switch `effects`: off, nothing is sent to anybody by this installation. */
export interface EffectsSetting {
  readonly on: boolean;
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

/** What the relay tells a pathway's workflow. */
export interface OutboxItem {
  readonly ids: readonly number[];
  readonly pathwayId: string;
  /** The highest of the coalesced rows. */
  readonly position: number;
}
