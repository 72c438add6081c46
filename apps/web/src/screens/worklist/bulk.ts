import type { BulkAction, Row } from './queries.js';

/** As many as one request may hold. */
export const mostInBulk = 500;

/** What can be done for many at once. */
export type BulkKind = 'assign' | 'remind' | 'ask';

/** What is done for a row. The role that follows up is the definition's own, and so it can differ from row to row. */
export type BulkChoice =
  | { readonly kind: 'assign'; readonly person: string }
  | { readonly kind: 'remind' }
  | { readonly kind: 'ask'; readonly appointment: Extract<BulkAction, { kind: 'ask-for-appointment' }>['appointment']; readonly beforeOn: string };

export interface BulkInput {
  readonly choice: BulkChoice;
  readonly rows: readonly { readonly id: string; readonly role: string }[];
}

/** A request for each role, in the order of the rows. */
export function requestsOf({ choice, rows }: BulkInput): { readonly action: BulkAction; readonly pathwayIds: string[] }[] {
  if (choice.kind === 'remind') return [{ action: { kind: 'remind' }, pathwayIds: rows.map(({ id }) => id) }];
  if (choice.kind === 'ask') return [{ action: { kind: 'ask-for-appointment', appointment: choice.appointment, beforeOn: choice.beforeOn }, pathwayIds: rows.map(({ id }) => id) }];
  const roles = [...new Set(rows.map(({ role }) => role))];
  return roles.map((role) => ({ action: { kind: 'assign-owner', role, person: choice.person }, pathwayIds: rows.filter((row) => row.role === role).map(({ id }) => id) }));
}

export const nameOfRow = ({ patient: { name } }: Pick<Row, 'patient'>): string | null => (name === null ? null : `${name.given} ${name.family}`);
