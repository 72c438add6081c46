import type { Action, Role } from '@forlop/access';
import type { Page } from './reading.js';

/**
 * Why someone was let in. `unit`: the patient's pathway is at their organisation. `own`: they are the patient's named
 * doctor or contact. `step`: they take part in the step. `break-glass`: they opened it themselves, with a reason. `audit`: without
 * identities. `house`: no patient is involved. `system`: a system, by its scopes.
 */
export type AccessBasis = 'unit' | 'own' | 'step' | 'break-glass' | 'audit' | 'house' | 'system';

/** One thing that somebody saw, did or was refused. */
export interface AccessEntry {
  readonly action: Action;
  readonly outcome: 'read' | 'wrote' | 'refused';
  /** Null: nobody could be made out. */
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly role: Role | null;
  /** The department and the legal entity that they acted for. */
  readonly unitId: string | null;
  readonly legalEntityId: string | null;
  readonly basis: AccessBasis | null;
  /** The kind of information, e.g. `timeline`, `worklist`. */
  readonly what: string;
  /** The pathways that were shown or asked for. */
  readonly pathwayIds: readonly string[];
  /** Route, and the code of a refusal. Never what identifies a patient. */
  readonly detail: Readonly<Record<string, string | number | null>>;
  readonly correlationId: string | null;
}

/** An entry as it stands in the log. */
export interface LoggedAccess extends AccessEntry {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly unitName: string | null;
  readonly legalEntityName: string | null;
}

/** Filters of the log; those that are given must all hold. */
export interface AccessLogQuery {
  /** Everything about the patient of this pathway: in all pathways that are hers. */
  readonly pathwayId?: string;
  readonly actor?: string;
  readonly outcome?: AccessEntry['outcome'];
  readonly action?: string;
  readonly basis?: AccessBasis;
  readonly unitIds?: readonly string[];
  /** From this instant, to before that one; ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  /** 1–200, default 50. */
  readonly limit?: number;
}

/** Newest first. */
export type AccessLogPage = Page<LoggedAccess>;

/** What a check of the log's chains found. */
export interface AccessLogReport {
  readonly entries: number;
  readonly chains: number;
  readonly differences: readonly { readonly chain: string; readonly at: number | null; readonly sentence: string }[];
}
