import type { OsloDate } from '@forlop/calendar';
import type { ClockStatus, Json } from '@forlop/pathway';
import type { Page, WorklistPage, WorklistQuery, WorklistRow } from './reading.js';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from './actor.js';
import type { Recorded } from './writing.js';

/** A role of the definition, and the person who has it for the patient. */
export interface RoleHeld {
  readonly role: string;
  readonly person: string | null;
}

/** The piles of the coordinator's front page. */
export type WorklistBucket = 'today' | 'atRisk' | 'broken' | 'noNextStep' | 'waitingForOthers' | 'findings' | 'quarantine';

/** Something that does not fit, as a row of a list across the unit. */
export interface FindingListed {
  readonly pathwayId: string;
  readonly patient: WorklistRow['patient'];
  readonly organisation: WorklistRow['organisation'];
  /** Names the finding in its pathway. */
  readonly key: string;
  readonly code: string;
  /** The event that it is about: what one corrects or takes back. */
  readonly fact: string;
  readonly occurredOn: OsloDate;
  readonly rule: string | null;
  readonly detail: Readonly<Record<string, string | readonly string[]>>;
  /** Calendar days since what happened. */
  readonly ageDays: number;
  /** Who sees to it; null: nobody yet. */
  readonly person: string | null;
  readonly setAside: boolean;
}

export interface FindingsQuery {
  readonly organisationIds?: readonly string[];
  readonly code?: string;
  /** Who sees to it; empty: nobody. */
  readonly person?: string;
  /** Those that were let stand, instead of those that were not. Default false. */
  readonly setAside?: boolean;
  readonly cursor?: string;
  /** 1–200, default 50. */
  readonly limit?: number;
}

export interface FindingsPage extends Page<FindingListed> {
  readonly asOf: OsloDate;
  /** Of all that are asked for, by code. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A referral that nobody has assessed, with what an assessment needs to know. */
export interface ReferralWaiting extends WorklistRow {
  readonly referral: {
    readonly priority: string | null;
    /** Days to the frist for the assessment, and its state. */
    readonly frist: { readonly key: string; readonly dueOn: OsloDate | null; readonly status: ClockStatus; /** Virkedager from the day that is asked about; negative when it is past. */ readonly workingDaysLeft: number | null } | null;
    /** Requirements that lack something (REF-3): in each list one of the codes is enough. */
    readonly missing: readonly { readonly requirement: string; readonly title: string; readonly anyOf: readonly (readonly string[])[] }[];
    /** A supplement was asked for and has not come. */
    readonly supplementAskedOn: OsloDate | null;
    /** The referral as it was sent is kept with it. */
    readonly hasOriginal: boolean;
    /** How often it was sent or supplemented. */
    readonly documents: number;
  };
}

export interface ReferralInbox extends Omit<WorklistPage, 'rows'> {
  readonly rows: readonly ReferralWaiting[];
}

/** A note about a patient, in its latest version. */
export interface NoteShown {
  readonly id: string;
  /** Null after erasure. */
  readonly text: string | null;
  readonly writtenBy: string;
  readonly writtenAt: string;
  /** When it last was written anew; null: never. */
  readonly changedAt: string | null;
  readonly versions: number;
  /** Roles of people who may read it. */
  readonly visibleTo: readonly string[];
  /** Struck out: it stays on record, with who and why. */
  readonly struckOut: { readonly by: string; readonly at: string; readonly why: string | null } | null;
}

export interface NoteInput {
  readonly text: string;
  readonly visibleTo: readonly string[];
}

/** Choices of a list under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, Json>>;
  /** The unit that it is shared with; null: one's own. */
  readonly organisationId: string | null;
  readonly mine: boolean;
}

export interface SavedViewInput {
  readonly name: string;
  readonly settings: Readonly<Record<string, Json>>;
  readonly organisationId: string | null;
}

/** How asking for a reminder now went. `why`: a stable code. */
export type RemindedNow =
  | { readonly outcome: 'planned'; readonly reminders: readonly { readonly key: string; readonly role: string; readonly at: string }[] }
  | { readonly outcome: 'refused'; readonly code: 'nothing-open' | 'asked-already' | 'no-address' | 'effects-off' | 'needs-confirmation'; readonly sentence: string };

/** The coordinator's work across patients. */
export interface DailyWork {
  /** What does not fit in the patients one sees, the oldest first. */
  findingsList(query?: FindingsQuery): Promise<FindingsPage>;
  /** Somebody sees to a finding; null: nobody does. Throws `bad-data` where there is none of that key. */
  takeFinding(pathwayId: string, key: string, person: string | null, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** Lets a finding stand, with a reason, or takes that back. Throws `bad-data`. */
  setFindingAside(pathwayId: string, key: string, input: { readonly aside: boolean; readonly reason: string }, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** Referrals that nobody has assessed. */
  referralInbox(query?: Omit<WorklistQuery, 'filter'> & { readonly organisationIds?: readonly string[] }): Promise<ReferralInbox>;
  /** Notes, the latest first. */
  notes(pathwayId: string): Promise<readonly NoteShown[]>;
  addNote(pathwayId: string, note: NoteInput, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** A new version; the old ones stay on record. Only by who wrote it. Throws `bad-data`. */
  rewriteNote(pathwayId: string, noteId: string, note: NoteInput, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** It stays on record, struck out. Throws `bad-data`. */
  strikeOutNote(pathwayId: string, noteId: string, why: string, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** Plans a reminder of what is open now, by the rules of every reminder. */
  remindNow(pathwayId: string, actor: Actor, within?: Transaction): Promise<RemindedNow>;
  savedViews(): Promise<readonly SavedView[]>;
  /** Without an id a new one. Null: there is none of that id that one may change. Throws `bad-data` for a name one has already. */
  saveView(id: string | null, view: SavedViewInput, within?: Transaction): Promise<SavedView | null>;
  /** Whether there was one of that id that one may remove. */
  removeView(id: string, within?: Transaction): Promise<boolean>;
}
