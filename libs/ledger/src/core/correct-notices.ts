import type { OsloDate } from '@forlop/calendar';
import type { LedgerEvent } from '@forlop/pathway';
import { observations } from './observation-types.js';
import { correctionKey } from './obligation-keys.js';

/** An obligation of the ledger itself: to tell everyone who was told that it does not hold (DESIGN, decision 3). */
export interface CorrectNotice {
  readonly key: string;
  /** The obligation that is corrected. */
  readonly about: string;
  readonly duty: string;
  readonly clock: string;
  readonly clockKey: string;
  readonly nth: number;
  readonly to: string;
  readonly opensOn: OsloDate;
  /** When it was sent, or the need for it went away. */
  readonly closesOn: OsloDate | null;
}

/** The corrections that are or were owed, from the observations alone. */
export function correctNotices(events: readonly LedgerEvent[]): CorrectNotice[] {
  const notices = new Map<string, CorrectNotice>();
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.kind !== 'observation') continue;
    const about = String(event.data['about'] ?? '');
    if (event.type === observations.toldWithdrawn) {
      const nth = (counts.get(about) ?? 0) + 1;
      counts.set(about, nth);
      const { duty, clock, clockKey, to } = event.data;
      const key = correctionKey(about, nth);
      notices.set(key, { key, about, duty: String(duty), clock: String(clock), clockKey: String(clockKey), nth, to: [to].flat().map(String)[0] ?? '', opensOn: event.occurredOn, closesOn: null });
    } else if (closes(event)) {
      const key = correctionKey(about, counts.get(about) ?? 0);
      const open = notices.get(key);
      if (open?.closesOn === null) notices.set(key, { ...open, closesOn: event.occurredOn });
    }
  }
  return [...notices.values()];
}

function closes(event: LedgerEvent): boolean {
  return event.type === observations.toldReinstated || (event.type === observations.told && event.data['purpose'] === 'withdraw');
}
