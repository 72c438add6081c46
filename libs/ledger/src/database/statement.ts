import type pg from 'pg';
import { QueryFailedError, type QueryRunner } from 'typeorm';

/** One connection of the pool. What is given to it goes out at once, before what was given earlier is answered; the server does it in order. */
export type Connection = Pick<pg.ClientBase, 'query'>;

/** The runner's own connection. TypeORM's `query` knows no names and waits for each answer, so statements are given to the driver itself. */
export const connectionOf = async (runner: QueryRunner): Promise<Connection> => (await runner.connect()) as Connection;

/**
 * Gives a statement to a connection; it is on its way when this returns. A named one is parsed once on each connection, and planned
 * once where the transaction says {@link plannedOnce}; a name belongs to one text for good.
 * @throws QueryFailedError, without the parameters, which are people's data.
 */
export async function run<Row>(connection: Connection, sql: string, parameters: readonly unknown[] = [], name?: string): Promise<Row[]> {
  try {
    const { rows } = await connection.query({ text: sql, ...(parameters.length > 0 && { values: [...parameters] }), ...(name !== undefined && { name }) });
    return (rows as Row[] | undefined) ?? [];
  } catch (error) {
    throw new QueryFailedError(sql, [], error as Error);
  }
}

/**
 * Makes named statements of this transaction keep one plan for all parameters: a list's many joins under row-level security take longer to
 * plan than to run. For statements that the parameters do not change the best plan of; a number that does stands in the text.
 */
export const plannedOnce = 'set local plan_cache_mode = force_generic_plan';

/** So many statements are named: each connection keeps the plans of all that it has met. */
const mostNamed = 48;
const names = new Map<string, string>();

/** A name for a statement that is put together from parts, while there are not too many of them; later ones are planned each time. */
export function nameFor(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= mostNamed) return known;
  const name = `list_${names.size + 1}`;
  names.set(sql, name);
  return name;
}
