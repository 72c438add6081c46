import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { loadPathway } from '../reads/load.js';
import { withheld } from '../reads/protection.js';
import type { RegisteredFastlege } from '../types/registries.js';
import { storedLooks } from './stored-looks.js';

/**
 * Who Fastlegeregisteret last said is the fastlege, and when it did; null when it was never asked, or when whoever looks must not know where the
 * patient lives. `value: null`: she had none. @throws LedgerError `unknown-pathway`.
 */
export async function registeredFastlege(context: LedgerContext, pathwayId: string): Promise<RegisteredFastlege | null> {
  const { patient } = await loadPathway(context, pathwayId);
  if (withheld(context.database.access, patient.demographics).whereabouts) return null;
  const { gp } = await storedLooks({ query: (sql, parameters) => read(context.database, sql, parameters) }, pathwayId, patient);
  return gp === undefined ? null : { ...gp, value: gp.value.contract };
}
