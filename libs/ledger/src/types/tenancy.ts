import type { Role } from '@forlop/access';
import type { OsloDate } from '@forlop/calendar';

/** An organisation, or a person by number. Exactly one of them; of a person only keyed hashes are kept. */
export interface AccessHolder {
  readonly organisationId?: string;
  /** Number in the register of health personnel. */
  readonly hprNumber?: string;
  /** Fødselsnummer or D-nummer, for those without an HPR number. */
  readonly personNumber?: string;
  /** What a person is called in the list of participants; sealed. */
  readonly name?: string;
}

/** Lets an organisation or a person take part in the pathway. */
export interface AccessGrantInput extends AccessHolder {
  /** As what they take part. A role that the definition gives some steps reaches only these. */
  readonly role: string;
  /** First day; default today. */
  readonly from?: string;
  /** Last day; default until withdrawn. */
  readonly through?: string;
  readonly reason?: string;
}

/** Another organisation takes over the pathway. */
export interface TransferInput {
  readonly to: string;
  /** The day on which the new one's access begins and the old one's ends. May be in the future. */
  readonly on: string;
  readonly reason: string;
}

/** Whom the patient does not want to see the pathway. */
export interface BlockInput extends AccessHolder {
  readonly reason?: string;
}

/** One who may see the pathway, may not, or could or will. */
export interface Participant {
  /** Names a grant or a block when it is withdrawn; of others it says nothing. */
  readonly id: string;
  readonly basis: 'responsible' | 'participant' | 'contact' | 'blocked';
  readonly role: string;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  /** Of a person; null where nobody has said it, or it is withheld for a protected address. */
  readonly name: string | null;
  readonly from: OsloDate;
  /** Last day; null while no end is known. */
  readonly through: OsloDate | null;
  /** Steps that it is limited to; null: all. */
  readonly steps: readonly string[] | null;
  /** It holds today, in the step that the pathway is in. */
  readonly now: boolean;
}

/** Why somebody without access must look. `liv-og-helse`: danger to life or health, which goes before the patient's own blocking. */
export type BreakGlassKind = 'liv-og-helse' | 'helsehjelp';

export interface BreakGlassInput {
  readonly kind: BreakGlassKind;
  /** Shown to the patient's unit; sealed. */
  readonly reason: string;
  /** The organisation that the actor acts for. */
  readonly organisationId?: string;
}

/** One use of break-glass. */
export interface BreakGlassUse {
  readonly id: string;
  readonly pathwayId: string;
  readonly actor: string;
  /** As the access log says it; null before the use is in the log, and where nobody has said it. */
  readonly actorName: string | null;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly kind: BreakGlassKind;
  /** ISO 8601 in UTC. */
  readonly from: string;
  readonly until: string;
  /** Null for whoever may not see the pathway itself, and after erasure. */
  readonly reason: string | null;
}

/** Which uses of break-glass are listed. */
export interface BreakGlassQuery {
  /** From this instant on, ISO 8601. */
  readonly since?: string;
  readonly pathwayId?: string;
  readonly cursor?: string;
  /** 1–200, default 50. */
  readonly limit?: number;
}

/** What break-glass by a person's number led to. `nobody`: there is none, or the patient's own blocking stands; the pathways are for the log alone. */
export type BreakGlassByNumber =
  | { readonly outcome: 'opened'; readonly uses: readonly BreakGlassUse[] }
  | { readonly outcome: 'nobody'; readonly pathwayIds: readonly string[] };

/** A role for a person. */
export interface RoleGrantInput {
  readonly personNumber: string;
  readonly name?: string;
  readonly role: string;
  /** Holds for it and all below it; left out for roles of the whole house. */
  readonly organisationId?: string;
  readonly identities?: boolean;
  readonly protectedAddresses?: boolean;
  /** First day; default today. */
  readonly from?: string;
  /** Last day; default until withdrawn. */
  readonly through?: string;
  readonly why: string;
}

export interface RoleGrant {
  readonly id: string;
  /** Sealed where it is stored; null where nobody has said it. */
  readonly name: string | null;
  readonly role: string;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly identities: boolean;
  readonly protectedAddresses: boolean;
  readonly from: OsloDate;
  readonly through: OsloDate | null;
  readonly grantedBy: string;
  readonly why: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnWhy: string | null;
}

/** Somebody who follows patients up where one works oneself. */
export interface Colleague {
  /** The principal's id, as it stands with those whom a patient is given to. */
  readonly id: string;
  readonly name: string | null;
  readonly roles: readonly Role[];
}
