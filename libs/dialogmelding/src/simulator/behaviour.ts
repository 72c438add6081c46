import { z } from 'zod';

const herId = z.string().regex(/^[1-9]\d{0,9}$/);

/** How the transport and one receiver's record system behave; whatever is left out is as it should be. */
export const behaviourSchema = z.strictObject({
  /** What the record system answers; `none`: the AppRec never comes. */
  appRec: z.enum(['ok', 'rejected', 'ok-error-in-part', 'none']).default('ok'),
  /** Why it refuses (8221); used where it does. */
  errors: z.array(z.strictObject({ code: z.string().min(1), detail: z.string().nullable().default(null) })).default([{ code: 'E35', detail: null }]),
  /** How long it takes to answer. */
  delayMs: z.number().int().nonnegative().default(0),
  version: z.enum(['1.0', '1.1']).default('1.0'),
  /** It answers twice, in two messages. */
  appRecTwice: z.boolean().default(false),
  /** Every message that it sends stands twice in each listing. */
  listedTwice: z.boolean().default(false),
  /** Its AppRec names a message that nobody sent. */
  appRecOfUnknown: z.boolean().default(false),
  /** Its AppRec is cut off. */
  appRecTruncated: z.boolean().default(false),
  /** What the transport says of the delivery. */
  delivery: z.enum(['Acknowledged', 'Unconfirmed', 'Rejected']).default('Acknowledged'),
});

/** A receiver's behaviour, complete. */
export type Behaviour = z.output<typeof behaviourSchema>;

/** The whole service's state. */
export const settingsSchema = z.strictObject({
  /** Answers 503 to everything. */
  down: z.boolean().default(false),
  /** Takes requests and never answers. */
  hangs: z.boolean().default(false),
  /** So many posts more are taken, and the connection is cut before the answer. */
  loseAnswers: z.number().int().nonnegative().default(0),
  /** The HER-ids that exist as receivers; null: all. */
  knownHerIds: z.array(herId).nullable().default(null),
  /** The HER-ids that the client may send from and read for; null: all. */
  ownHerIds: z.array(herId).nullable().default(null),
});

/** The service's settings, complete. */
export type Settings = z.output<typeof settingsSchema>;

export const defaultBehaviour = behaviourSchema.parse({});
export const defaultSettings = settingsSchema.parse({});
