import { Tree, type ComplianceQuery } from '@forlop/compliance';
import type { LedgerContext } from '../context.js';
import { organisations } from '../house/organisations.js';
import { LedgerError } from '../types/errors.js';

/** Which organisations a question is about, and where the rows that whoever looks may count stand. */
export interface Scope {
  readonly tree: Tree;
  /** `''`: the tables, under row-level security. `statistics_`: all that is counted (migrations/compliance/3-statistics.sql). */
  readonly tables: '' | 'statistics_';
  /** Null: all there are. */
  readonly organisationIds: readonly string[] | null;
}

/**
 * The organisation asked about and all below it, as far as whoever looks reaches; without one all that they reach. The engine and statistics reach all.
 * @throws LedgerError `unknown-organisation`: there is none, or it is none of theirs.
 */
export async function scopeOf(context: LedgerContext, { organisation }: Pick<ComplianceQuery, 'organisation'>): Promise<Scope> {
  const all = await organisations(context);
  const tree = new Tree(all.map(({ id, parentId, kind }) => ({ id, parentId: parentId ?? null, kind })));
  const reached = reachedBy(context);
  const tables = context.database.access?.kind === 'statistics' ? 'statistics_' : '';
  if (organisation === null) return { tree, tables, organisationIds: reached };
  const below = all.map(({ id }) => id).filter((id) => tree.upFrom(id).includes(organisation) && (reached === null || reached.includes(id)));
  if (below.length === 0) throw new LedgerError('unknown-organisation', 'Virksomheten finnes ikke, eller du har ikke tilgang til den.');
  return { tree, tables, organisationIds: below };
}

function reachedBy({ database: { access } }: LedgerContext): readonly string[] | null {
  if (access === null || access.kind === 'statistics') return null;
  return access.kind === 'actor' ? access.organisationIds : [];
}
