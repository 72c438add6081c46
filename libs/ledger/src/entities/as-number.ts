import type { ValueTransformer } from 'typeorm';

/** TypeORM hands a bigint out as text; positions fit a number until 2^53. */
export const asNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null ? null : Number(value)),
};
