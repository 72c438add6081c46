import { runForlop, type Io } from '../src/index.js';

/** How one command line went. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process, with streams of its own. */
export async function call(args: readonly string[], { env = {}, input = '' }: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {}): Promise<Called> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    env,
    out: (text) => void out.push(text),
    note: (text) => void err.push(text),
    input: async function* () {
      yield input;
    },
  };
  const code = await runForlop(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
