import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './problem.js';

/** Lists are told when they change (`useLive`); without word they are taken for old after so long. */
const freshMs = 60_000;

/** All that has been read. Asks again where waiting may help, and shows at once what is refused. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: freshMs, networkMode: 'always', retry: (count, error) => isPassing(error) && count < 2, throwOnError: false },
  },
});
