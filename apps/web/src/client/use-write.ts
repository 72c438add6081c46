import { useMutation, useQueryClient, type MutateOptions, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { isPassing } from './problem.js';

/** One act of a person: what is written, and the key by which it is done once however often it is sent. */
export interface Act<Input> {
  readonly input: Input;
  readonly key: string;
}

/** What follows a write. */
interface Follows<Input, Output> extends MutateOptions<Output, Error, Input, unknown> {
  /** Always told, also when the form is gone by then: what was done is said. `onSuccess` is only for a form that is still there. */
  readonly done?: (output: Output) => void;
}

export interface Write<Input, Output = unknown> extends Omit<UseMutationResult<Output, Error, Input, unknown>, 'mutate'> {
  readonly mutate: (input: Input, follows?: Follows<Input, Output>) => void;
}

/** How often a write is sent again when no answer comes, before the person is asked. */
const retries = 3;

/**
 * A write that is done once. The Idempotency-Key belongs to what is written: sent again by us, or by the person because the server went away, it is the
 * same; another input is another act. Nothing that is typed is lost on failure, since the form keeps its own state.
 * @param act sends it, with `headers: { 'Idempotency-Key': key }`.
 * @param changes what is read anew afterwards.
 */
export function useWrite<Input, Output>(act: (act: Act<Input>) => Promise<Output>, changes: readonly QueryKey[] = []): Write<Input, Output> {
  const queries = useQueryClient();
  const last = useRef<{ content: string; key: string } | null>(null);
  const keyOf = (input: Input): string => {
    const content = JSON.stringify(input);
    if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
  const done = useRef<((output: Output) => void) | undefined>(undefined);
  const { mutate, ...write } = useMutation({
    // Kept from here on: the next write may have another.
    onMutate: () => ({ done: done.current }),
    mutationFn: (input: Input) => act({ input, key: keyOf(input) }),
    retry: (count, error) => isPassing(error) && count < retries,
    retryDelay: (count) => 1_000 * 2 ** count,
    networkMode: 'always',
    onSuccess: async (output, _, kept) => {
      last.current = null;
      kept.done?.(output);
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return {
    ...write,
    mutate: (input, { done: said, ...follows } = {}) => {
      done.current = said;
      mutate(input, follows as MutateOptions<Output, Error, Input, { done: typeof said }>);
    },
  };
}
