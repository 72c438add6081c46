import { currentAccess } from '../access/request-scope.js';

/** Whom a person's id means: `me` is whoever asks, `nobody` the ledger's empty id. */
export function personMeant(person: string): string {
  return person === 'me' ? currentAccess().principal.id : person === 'nobody' ? '' : person;
}
