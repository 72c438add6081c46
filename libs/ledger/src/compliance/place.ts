import type { OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';

/** What was known as a day in Oslo ended (migrations/place-by-day). The same whoever asks, so it needs no transaction with their eyes. */
export async function compliancePlace({ database }: LedgerContext, day: OsloDate): Promise<number> {
  const [row] = await read<{ place: number }>({ ...database, access: null }, 'select compliance_place($1) as place', [day]);
  return row!.place;
}
