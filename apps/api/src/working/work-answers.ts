import { actingAs } from '@forlop/access';
import type { Worked } from '@forlop/ledger';
import { ApiParam } from '@nestjs/swagger';
import { currentAccess } from '../access/request-scope.js';
import { given } from '../http/given.js';
import type { Answer } from '../http/write.js';

/** An id in the path, told of in the document. */
export const IdParam = (name: string, description: string) => ApiParam({ name, description, example: '0198c0de-aaaa-7000-8000-00000000000a', schema: { type: 'string' } });

/** What was given, with the roles that the definition knows whoever asks as. */
export const asWork = <T extends object>(body: T) => ({ ...given(body), actingAs: actingAs(currentAccess().principal.roles) });

export function workedAnswer({ id, pathwayId, warnings, recorded }: Worked, status = 200): Answer {
  return { status, body: { id, pathwayId, warnings, recorded } };
}
