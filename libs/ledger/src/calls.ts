import type { LedgerContext } from './context.js';

/** Makes some of the ledger's calls, given what they all work with. Which calls it makes does not depend on that. */
type Room = (context: LedgerContext) => object;
/** What all of them make. */
type Calls<Made> = (Made extends unknown ? (calls: Made) => void : never) extends (calls: infer All) => void ? All : never;

const given = Symbol('what a room is made of');
interface Given {
  readonly context: LedgerContext;
  readonly made: object[];
}

/**
 * The calls of several rooms as one object, on which a room is made when one of its calls is first used. Somebody else looks at each request and
 * uses two or three of some two hundred and fifty calls: to make them all took 1.6 ms. The calls are not its own properties, so `{ ...calls }` has
 * none of them: see {@link withCalls}.
 */
export function callsOf<const R extends readonly Room[]>(rooms: R): (context: LedgerContext) => Calls<ReturnType<R[number]>> {
  let shape: object | undefined;
  return (context) => Object.create((shape ??= shapeOf(rooms, context)), { [given]: { value: { context, made: [] } satisfies Given } }) as Calls<ReturnType<R[number]>>;
}

function shapeOf(rooms: readonly Room[], context: LedgerContext): object {
  const shape = {};
  for (const [place, room] of rooms.entries()) {
    for (const call of Object.keys(room(context))) {
      const get = function (this: { readonly [given]: Given }): unknown {
        const { context: theirs, made } = this[given];
        return (made[place] ??= room(theirs))[call as keyof object];
      };
      Object.defineProperty(shape, call, { get, set: own(call), enumerable: true });
    }
  }
  return shape;
}

/** What puts another call in the place of one, on one object alone. */
const own = (call: string) =>
  function (this: object, value: unknown): void {
    Object.defineProperty(this, call, { value, enumerable: true, configurable: true, writable: true });
  };

/** The same calls, with some more or other ones. */
export function withCalls<C extends object, M extends object>(calls: C, more: M): C & M {
  return Object.create(calls, Object.fromEntries(Object.entries(more).map(([call, value]) => [call, { value: value as unknown, enumerable: true, configurable: true, writable: true }]))) as C & M;
}

/** Names of all calls, wherever they come from. */
export function namesOf(calls: object): string[] {
  const names: string[] = [];
  for (const name in calls) names.push(name);
  return names;
}
