import { isOsloDate, type OsloDate } from '@forlop/calendar';
import { z } from 'zod';
import type { Behaviours } from './behaviour.js';
import { json, problem, type Reply, type SimRequest } from './reply.js';
import type { Town } from './town.js';

const date = z.custom<OsloDate>(isOsloDate, 'must be a date');
const nin = z.string().regex(/^\d{11}$/);

/** What can be made to happen, by the path's last part. */
const orders = {
  die: z.strictObject({ nin, on: date.nullable() }),
  revive: z.strictObject({ nin }),
  move: z.strictObject({ nin, street: z.string().min(1), on: date }),
  protect: z.strictObject({ nin, protection: z.enum(['ugradert', 'klientadresse', 'fortrolig', 'strengtFortrolig']) }),
  /** `list`: a list's number, `another`, `shared`, or null for none. */
  fastlege: z.strictObject({ nin, list: z.union([z.number().int(), z.enum(['another', 'shared'])]).nullable(), from: date }),
  'close-office': z.strictObject({ orgNumber: z.string() }),
  behave: z.strictObject({
    registry: z.enum(['persontjenesten', 'fastlegeregisteret', 'adresseregisteret']),
    behaviour: z.union([z.strictObject({ mode: z.enum(['ok', 'down', 'nonsense', 'closed']) }), z.strictObject({ mode: z.literal('slow'), ms: z.number().int().min(1).max(600_000) })]),
  }),
} as const;
type OrderName = keyof typeof orders;
type Handlers = { readonly [Name in OrderName]: (order: z.output<(typeof orders)[Name]>) => void };

/** `POST /simulator/<what>` makes something happen; undefined for other paths. */
export function controlReply(town: Town, behaviours: Behaviours, { method, path, body }: SimRequest): Reply | undefined {
  if (!path.startsWith('/simulator/')) return undefined;
  const name = path.slice('/simulator/'.length) as OrderName;
  if (method !== 'POST' || !Object.hasOwn(orders, name)) return problem(404, `No such order: ${Object.keys(orders).join(', ')}`);
  const order = parsed(name, body);
  if (order === null) return problem(400, `The body does not fit ${name}`);
  try {
    (handlersOf(town, behaviours)[name] as (order: unknown) => void)(order);
  } catch (error) {
    if (error instanceof RangeError) return problem(422, error.message);
    throw error;
  }
  return json(200, { done: name });
}

function parsed(name: OrderName, body: string): unknown {
  try {
    return orders[name].parse(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

const handlersOf = (town: Town, behaviours: Behaviours): Handlers => ({
  die: (order) => town.die(order.nin, order.on),
  revive: (order) => town.revive(order.nin),
  move: (order) => town.move(order.nin, order.street, order.on),
  protect: (order) => town.protect(order.nin, order.protection),
  fastlege: (order) => town.listWith(order.nin, typeof order.list === 'string' ? town.anotherList(order.nin, order.list === 'shared').id : order.list, order.from),
  'close-office': (order) => town.closeOffice(order.orgNumber),
  behave: (order) => behaviours.set(order.registry, order.behaviour),
});
