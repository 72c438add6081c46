import type { SignatureChecker, Signer } from '@forlop/crypto';
import type { Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import { lineHash, readSignedLine, signedLine, type LineContent } from '../roots/signed-lines.js';
import type { ErasureBasis, ErasureEntry } from '../types/erasure.js';
import { LedgerError } from '../types/errors.js';

/** One entry is added at a time, so that places in the list are without gaps. */
const listLock = 7_026_003;

interface EntryRow {
  readonly seq: number;
  readonly erasure_id: string;
  readonly patient_ids: string[];
  readonly pathway_ids: string[];
  readonly legal_basis: ErasureBasis;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly carried_out_by: string;
  readonly erased_at: Date;
}

const entryColumns = 'seq, erasure_id, patient_ids, pathway_ids, legal_basis, requested_by, requested_at, carried_out_by, erased_at';

const shown = (row: EntryRow): ErasureEntry => ({
  seq: row.seq, erasureId: row.erasure_id, patientIds: row.patient_ids, pathwayIds: row.pathway_ids, legalBasis: row.legal_basis,
  requestedBy: row.requested_by, requestedAt: row.requested_at.toISOString(), carriedOutBy: row.carried_out_by, erasedAt: row.erased_at.toISOString(),
});

/** Puts an erasure at the end of the list. One that stands there already stays where it is. */
export async function addEntry(transaction: Transaction, entry: Omit<ErasureEntry, 'seq'>): Promise<ErasureEntry> {
  await transaction.query('select pg_advisory_xact_lock($1)', [listLock]);
  const known = await entryOf(transaction, entry.erasureId);
  if (known !== null) return known;
  const { erasureId, patientIds, pathwayIds, legalBasis, requestedBy, requestedAt, carriedOutBy, erasedAt } = entry;
  const [row] = await transaction.query<EntryRow>(
    `insert into erasure_list (${entryColumns}) select coalesce(max(seq), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8 from erasure_list returning ${entryColumns}`,
    [erasureId, patientIds, pathwayIds, legalBasis, requestedBy, requestedAt, carriedOutBy, erasedAt],
  );
  return shown(row!);
}

/** The list's entry of an erasure; null when there is none. */
export async function entryOf(transaction: Pick<Transaction, 'query'>, erasureId: string): Promise<ErasureEntry | null> {
  const [row] = await transaction.query<EntryRow>(`select ${entryColumns} from erasure_list where erasure_id = $1`, [erasureId]);
  return row === undefined ? null : shown(row);
}

/** Everyone who was erased, in order. */
export async function erasureList(context: LedgerContext): Promise<readonly ErasureEntry[]> {
  return (await read<EntryRow>(context.database, `select ${entryColumns} from erasure_list order by seq`)).map(shown);
}

/** Those who were erased after what stands at a place in the ledger was recorded. */
export async function erasedSince(context: LedgerContext, place: number): Promise<readonly ErasureEntry[]> {
  const rows = await read<EntryRow>(context.database, `select ${entryColumns} from erasure_list
    where erased_at > coalesce((select e.recorded_at from event e where e.position <= $1 order by e.position desc limit 1), '-infinity') order by seq`, [place]);
  return rows.map(shown);
}

/** The list as signed lines, each naming the one before; the last says how many there are, so that a cut-off file shows. */
export async function exportErasures(context: LedgerContext, signer: Signer): Promise<readonly string[]> {
  const lines: string[] = [];
  const add = async (content: LineContent): Promise<string> => {
    lines.push(await signedLine(signer, content));
    return lineHash(content);
  };
  const entries = await erasureList(context);
  let previous: string | null = null;
  for (const entry of entries) previous = await add({ kind: 'erasure', previous, ...(entry as unknown as Readonly<Record<string, Json>>) });
  await add({ kind: 'end', previous, entries: entries.length });
  return lines;
}

type Line = ({ readonly kind: 'erasure' } & ErasureEntry & { readonly previous: string | null }) | { readonly kind: 'end'; readonly previous: string | null; readonly entries: number };

const texts = (value: Json | undefined): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

function isLine(content: LineContent): boolean {
  if (content['kind'] === 'end') return Number.isInteger(content['entries']);
  return content['kind'] === 'erasure' && Number.isInteger(content['seq']) && texts(content['patientIds']) && texts(content['pathwayIds']);
}

/**
 * Reads an exported list. All of it is right, or nothing is done with it.
 * @throws LedgerError `bad-data`, naming the line.
 */
export function readErasures(lines: readonly string[], checker: SignatureChecker): ErasureEntry[] {
  const bad = (index: number, sentence: string): LedgerError => new LedgerError('bad-data', `Slettelisten, linje ${index + 1}: ${sentence}`);
  const entries: ErasureEntry[] = [];
  let previous: string | null = null;
  for (const [index, line] of lines.entries()) {
    const found = readSignedLine<Line>(line, checker, isLine);
    if (!found.ok) throw bad(index, found.sentence);
    const { content } = found;
    if (content.previous !== previous) throw bad(index, 'Linjen følger ikke etter den foregående: noe mangler eller er byttet om.');
    previous = found.hash;
    if (content.kind === 'erasure') {
      const { kind: _, previous: __, ...entry } = content;
      entries.push(entry);
    } else if (index !== lines.length - 1 || content.entries !== entries.length) {
      throw bad(index, 'Listen slutter et annet sted enn den skal.');
    } else return entries;
  }
  throw bad(lines.length, 'Slutten mangler: filen er kuttet.');
}
