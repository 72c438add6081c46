import * as z from 'zod';
import { code, instant, list, uuid, words } from './parts.js';

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const sha256 = (description: string) => z.string().regex(/^[0-9a-f]{64}$/).meta({ description, example: hash });

const extractSchema = z
  .object({
    system: words('Systemet som uttrekket kommer fra, slik kartleggingen sier.', 'urn:example:journal'),
    fileNameSha256: sha256('SHA-256 av filnavnet uten mapper.'),
    fileSha256: sha256('SHA-256 av filen.'),
    mappingSha256: sha256('SHA-256 av kartleggingen.'),
  })
  .nullable()
  .meta({ description: 'Bare for et uttrekk.' });

const endedSchema = z
  .object({
    at: instant('Da det ble slutt.'),
    outcome: z.enum(['finished', 'broken-off']).meta({ description: 'finished: alt er gått gjennom. broken-off: noe stanset det.', example: 'finished' }),
    problem: code('Hva som stanset det.', 'unavailable').nullable(),
    counts: z.record(z.string(), z.int().nonnegative()).meta({ description: 'Hva det ble til, etter navn: linjer, henvisninger, hendelser.', example: { lines: 8, refusedLines: 0, created: 4, same: 0 } }),
    organisationIds: list(uuid('En virksomhet som har minst ett av forløpene.', '0198c0de-1111-7000-8000-000000000001')),
  })
  .nullable()
  .meta({ description: 'Tom så lenge det pågår, og for godt der prosessen ble drept.' });

const runExample = {
  id: '0198c0de-3333-7000-8000-000000000001', kind: 'import', begunAt: '2026-03-20T09:15:00.000Z', operator: 'drift',
  extract: { system: 'urn:example:journal', fileNameSha256: hash, fileSha256: hash, mappingSha256: hash },
  ended: { at: '2026-03-20T09:16:00.000Z', outcome: 'finished', problem: null, counts: { lines: 8, refusedLines: 0, created: 4, same: 0 }, organisationIds: ['0198c0de-1111-7000-8000-000000000001'] },
} as const;

export const historyRunSchema = z
  .object({
    id: uuid('Kjøringens id.', '0198c0de-3333-7000-8000-000000000001'),
    kind: z.enum(['import', 'go-live']).meta({ description: 'import: et uttrekk ble tatt inn. go-live: historiske forløp ble satt i gang.', example: 'import' }),
    begunAt: instant('Da det begynte.'),
    operator: words('Kontoen på maskinen det ble kjørt fra.', 'drift'),
    extract: extractSchema,
    ended: endedSchema,
  })
  .meta({ id: 'HistoryRun', description: 'Noen tok inn historikk, eller satte den i gang.', example: runExample });

export const historyRunsSchema = z.object({ runs: list(historyRunSchema) }).meta({ id: 'HistoryRuns', description: 'De siste først.', example: { runs: [runExample] } });

export const historyRunsQuerySchema = z
  .strictObject({
    before: z.iso.datetime({ error: 'Skriv et tidspunkt i UTC.' }).optional().meta({ description: 'Bare de som begynte før dette.', example: '2026-03-20T09:15:00.000Z' }),
    limit: z.coerce.number().int().min(1).max(500).optional().meta({ description: 'Så mange, høyst 500.', example: 100 }),
  })
  .meta({ id: 'HistoryRunsQuery' });
