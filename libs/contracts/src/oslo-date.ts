import { isOsloDate, type OsloDate } from '@forlop/calendar';
import * as z from 'zod';

/**
 * A calendar date in Norway, `YYYY-MM-DD`, 1900–2200. The cast only adds the brand that the refinement has proved:
 * a transform would not be expressible in the JSON Schema that OpenAPI shows.
 */
export const osloDateSchema = z.iso
  .date({ error: 'Datoen må skrives som ÅÅÅÅ-MM-DD og finnes i kalenderen.', abort: true })
  .refine(isOsloDate, 'Datoen er utenfor årene 1900 til 2200.') as unknown as z.ZodType<OsloDate, string>;
