import { pathwayIdSchema } from '@forlop/contracts';
import type { ApiRequest } from '../http/request.js';

/** The pathway that the address names, if it names one. */
export function pathwayInPath(request: ApiRequest): readonly string[] {
  const parsed = pathwayIdSchema.safeParse(request.params?.['id']);
  return parsed.success ? [parsed.data] : [];
}
