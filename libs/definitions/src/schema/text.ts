import { isOsloDate, UNITS, type OsloDate } from '@forlop/calendar';
import { z } from 'zod';

const pattern = (regex: RegExp, what: string) => z.string().regex(regex, { error: what });

/** Permanent rule ids, so that a rule is found by its id in code, texts and documents: `FRIST-START-VOKSEN-12U`. */
export const ruleId = pattern(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/, 'STORE-BOKSTAVER-MED-BINDESTREK');
/** Steps, commands, roles, parameters, sources, age marks, definitions: `venter-pa-oppstart`. */
export const kebabId = pattern(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'sma-bokstaver-med-bindestrek');
/** Events, fields and attributes: `henvisningMottatt`. */
export const camelId = pattern(/^[a-z][A-Za-z0-9]*$/, 'camelCase');
/** What an event match names: an event, or `@` and an age mark. */
export const eventName = pattern(/^([a-z][A-Za-z0-9]*|@[a-z][a-z0-9]*(-[a-z0-9]+)*)$/, 'camelCase eller @aldersmerke');
export const semanticVersion = pattern(/^\d+\.\d+\.\d+$/, '1.0.0');

/** An Oslo calendar date; the brand is earned by the check. */
export const osloDate = z.string().refine(isOsloDate, { error: 'ÅÅÅÅ-MM-DD' }) as unknown as z.ZodType<OsloDate, string>;

export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const text = z.strictObject({ nb: z.string().min(1), en: z.string().min(1).exactOptional() });
export const ruleStatus = z.enum(['in-force', 'draft', 'proposed', 'local']);

export const citation = z.strictObject({
  source: kebabId,
  locator: z.string().min(1).exactOptional(),
  validFrom: z.iso.date().exactOptional(),
  validTo: z.iso.date().exactOptional(),
  note: z.string().min(1).exactOptional(),
});
/** Every rule says where it comes from. */
export const citations = z.array(citation).min(1);

export const span = z.strictObject({ value: z.int().positive(), unit: z.enum(UNITS) });
