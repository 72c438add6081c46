import { Connection } from '@temporalio/client';
import { reasonOf, ServerError } from './errors.js';

/** The types of search attributes that we use, with the server's numbers (temporal.api.enums.v1.IndexedValueType). */
const typeNumbers = { Text: 1, Keyword: 2, Int: 3, Double: 4, Bool: 5, Datetime: 6, KeywordList: 7 } as const;

/** Search attributes: name → type. */
export type SearchAttributes = Readonly<Record<string, keyof typeof typeNumbers>>;

/** A connection to a server that answers. @throws the client's own error when it does not within `timeoutMs`. */
export function connect(address: string, timeoutMs: number): Promise<Connection> {
  return Connection.connect({ address, connectTimeout: timeoutMs });
}

/** Throws the client's own error unless the namespace exists and can be used. */
export async function checkNamespace(connection: Connection, namespace: string): Promise<void> {
  await connection.workflowService.describeNamespace({ namespace });
}

/**
 * Registers the search attributes that are missing. The development server itself registers them only when it
 * creates the namespace: a new one would be missing in state kept from before.
 * @throws ServerError when one exists with another type, or may not be registered.
 */
export async function registerSearchAttributes(connection: Connection, namespace: string, wanted: SearchAttributes): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing: Record<string, number> = {};
  for (const [name, type] of Object.entries(wanted)) {
    const existing = customAttributes[name];
    if (existing === undefined || existing === null) missing[name] = typeNumbers[type];
    else if (existing !== typeNumbers[type]) {
      throw new ServerError(`Søkeattributtet ${name} i Temporals navnerom ${namespace} har en annen type enn ${type}. Fjern det der, og start på nytt.`);
    }
  }
  if (Object.keys(missing).length === 0) return;
  try {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
  } catch (error) {
    throw new ServerError(
      `Søkeattributtene ${Object.keys(missing).join(', ')} lot seg ikke registrere i Temporals navnerom ${namespace}: ${reasonOf(error)}. ` +
        'Be den som drifter Temporal om å registrere dem («temporal operator search-attribute create»).',
      { cause: error },
    );
  }
}
