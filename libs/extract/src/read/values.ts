import type { OsloDate } from '@forlop/calendar';
import { fromOfficial, officialCodes } from '@forlop/compliance';
import type { FieldSpec, Json } from '@forlop/pathway';
import { readDate, type DateFormat } from './dates.js';
import type { Finding } from './finding.js';
import type { PlannedField } from './plan.js';

/** What a cell came to, or what is wrong with it. */
export type ReadValue<T> = { readonly value: T } | { readonly code: Finding['code']; readonly sentence: string };

/** Reads a day. */
export function dayIn(cell: string, formats: readonly DateFormat[]): ReadValue<OsloDate> {
  const read = readDate(cell, formats);
  if (read.ok) return { value: read.date };
  if (read.why === 'no-such-day') return { code: 'ikke-dato', sentence: `«${shortly(cell)}» finnes ikke i kalenderen. Rett datoen i kilden.` };
  if (read.looksLike === null) return { code: 'ikke-dato', sentence: `«${shortly(cell)}» er ikke en dato. Kartleggingen sier ${formats.join(' eller ')}.` };
  return { code: 'annet-datoformat', sentence: `«${shortly(cell)}» er skrevet som ${read.looksLike}, men kartleggingen sier ${formats.join(' eller ')}. Rett linjen, eller før opp formatet under «dates» hvis hele uttrekket bruker begge.` };
}

/** The value of an event's field; undefined where the line has none. */
export function valueOf({ field, spec, column }: PlannedField, cells: readonly string[], formats: readonly DateFormat[]): ReadValue<Json | undefined> {
  const text = column === null ? String(field.value) : cells[column.index] || field.default;
  if (text === undefined || text === '') return { value: undefined };
  if (column === null) return typed(String(field.value), spec, formats);
  if (spec.type !== 'codes') return translated(text, { field, spec }, formats);
  const parts = (field.separator === undefined ? [text] : text.split(field.separator)).map((part) => part.trim()).filter((part) => part !== '');
  const values = parts.map((part) => translated(part, { field, spec: { ...spec, type: 'code' } }, formats));
  const wrong = values.find((value) => 'code' in value);
  return wrong ?? { value: values.map((value) => (value as { value: string }).value) };
}

/** The cell's own code as the pathway's. */
function translated(cell: string, { field, spec }: Pick<PlannedField, 'field' | 'spec'>, formats: readonly DateFormat[]): ReadValue<Json> {
  if (field.codes !== undefined && Object.hasOwn(field.codes, cell)) return typed(field.codes[cell]!, spec, formats);
  if (field.codeSystem !== undefined) {
    const code = fromOfficial(field.codeSystem, cell, spec.codes ?? {});
    if (code !== null && Object.hasOwn(spec.codes ?? {}, code)) return { value: code };
    return { code: 'ukjent-kode', sentence: `«${shortly(cell)}» er ikke en kode i ${field.codeSystem} (${list(officialCodes[field.codeSystem])}). Rett koden i kilden, eller oversett den under «codes».` };
  }
  if (field.codes !== undefined) return { code: 'ukjent-kode', sentence: `Koden «${shortly(cell)}» står ikke i kartleggingen. Før den opp under «codes», eller rett den i kilden.` };
  return typed(cell, spec, formats);
}

function typed(text: string, spec: FieldSpec, formats: readonly DateFormat[]): ReadValue<Json> {
  switch (spec.type) {
    case 'date':
      return dayIn(text, formats);
    case 'number':
      return /^-?\d+([.,]\d+)?$/.test(text) ? { value: Number(text.replace(',', '.')) } : { code: 'ugyldig-verdi', sentence: `«${shortly(text)}» er ikke et tall.` };
    case 'boolean':
      return truths.has(text.toLowerCase()) ? { value: truths.get(text.toLowerCase())! } : { code: 'ugyldig-verdi', sentence: `«${shortly(text)}» må være ja eller nei.` };
    case 'code':
      return Object.hasOwn(spec.codes ?? {}, text) ? { value: text } : { code: 'ukjent-kode', sentence: `«${shortly(text)}» er ikke en kode i forløpet (${Object.keys(spec.codes ?? {}).join(', ')}). Oversett den under «codes».` };
    case 'codes':
      return { value: [text] };
    case 'id':
      return /^\d{11}$/.test(text) ? { code: 'ugyldig-verdi', sentence: 'Verdien ser ut som et fødselsnummer, og det kan ikke være en id. Bruk en annen kolonne.' } : { value: text };
  }
}

const truths: ReadonlyMap<string, boolean> = new Map([['ja', true], ['j', true], ['true', true], ['1', true], ['nei', false], ['n', false], ['false', false], ['0', false]]);
const list = (codes: Readonly<Record<string, string>>): string => Object.entries(codes).map(([code, name]) => `${code} ${name}`).join(', ');
const shortly = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
