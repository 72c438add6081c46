import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { isPassing } from './problem.js';

/** One act of a person: what is written, and the key by which it is done once however often it is sent. */
export interface Act<Input> {
  readonly input: Input;
  readonly key: string;
}

/** How often a write is sent again when no answer comes, before the person is asked. */
const retries = 3;

/**
 * A write that is done once. The Idempotency-Key belongs to what is written: sent again by us, or by the person because the server went away, it is the
 * same; another input is another act. Nothing that is typed is lost on failure, since the form keeps its own state.
 * @param act sends it, with `headers: { 'Idempotency-Key': key }`.
 * @param changes what is read anew afterwards.
 */
export function useWrite<Input, Output>(act: (act: Act<Input>) => Promise<Output>, changes: readonly QueryKey[] = []): UseMutationResult<Output, Error, Input> {
  const queries = useQueryClient();
  const last = useRef<{ content: string; key: string } | null>(null);
  const keyOf = (input: Input): string => {
    const content = JSON.stringify(input);
    if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
  return useMutation({
    mutationFn: (input: Input) => act({ input, key: keyOf(input) }),
    retry: (count, error) => isPassing(error) && count < retries,
    retryDelay: (count) => 1_000 * 2 ** count,
    networkMode: 'always',
    onSuccess: async () => {
      last.current = null;
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
