import { observations } from './observation-types.js';
import type { StoredEvent } from './open-pathway.js';
import type { KeyedRow } from './read-rows.js';

/**
 * Findings with who sees to each, and whether it was let stand. What was said of a finding holds for it as it is named: one of another
 * fact or rule is a new one, which nobody has looked at.
 */
export function caredFor(findings: readonly KeyedRow[], events: readonly StoredEvent[]): KeyedRow[] {
  const owners = new Map<string, string | null>();
  const aside = new Map<string, boolean>();
  for (const { kind, type, data } of events) {
    if (kind !== 'observation') continue;
    const key = String(data['avvik']);
    if (type === observations.findingTaken) owners.set(key, typeof data['personId'] === 'string' ? data['personId'] : null);
    if (type === observations.findingSetAside) aside.set(key, data['tilbake'] !== true);
  }
  return findings.map((row) => ({ ...row, owner_person: owners.get(row.key) ?? null, set_aside: aside.get(row.key) ?? false }));
}
