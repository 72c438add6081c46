/** Why a line, or a part of it, was not taken in. Stable: for machines and for the table in docs/import.md. */
export type FindingCode =
  | 'mangler-kolonne' | 'antall-kolonner' | 'uleselig-linje' | 'mangler-nokkel' | 'mangler-verdi'
  | 'ikke-dato' | 'annet-datoformat' | 'fram-i-tid' | 'for-fodsel' | 'ukjent-kode' | 'ugyldig-verdi'
  | 'ugyldig-nummer' | 'mangler-person' | 'ukjent-virksomhet'
  | 'slutt-for-start' | 'uten-henvisning' | 'motstrid' | 'for-mange-linjer'
  | 'slettet' | 'annen-pasient' | 'satt-i-gang';

/** One thing that was refused: where, why, and what to do. Holds no number and no name of a person. */
export interface Finding {
  /** From 1; null for the whole file. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: FindingCode;
  readonly sentence: string;
}
