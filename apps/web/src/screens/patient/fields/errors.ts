import { Problem } from '../../../client/problem.js';

/** The API's sentence about one field of what was sent (a JSON pointer), if it has one. */
export const errorAt = (error: unknown, path: string): string | undefined => (error instanceof Problem ? error.body.errors?.find((one) => one.path === path)?.sentence : undefined);
