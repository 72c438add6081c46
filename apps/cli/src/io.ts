/** What a command sees of the world around the process, so that tests give it one of their own. */
export interface Io {
  readonly env: NodeJS.ProcessEnv;
  /** The answer, on standard output. A line ending is added. */
  out(text: string): void;
  /** Progress and errors, on standard error. A line ending is added. */
  note(text: string): void;
  /** Standard input as text, in pieces. */
  input(): AsyncIterable<string>;
  /** Lets a command end in its own way when somebody presses Ctrl-C. The answer takes it back. Without it the process just ends. */
  onInterrupt?(stop: () => void): () => void;
}

/** The process's own streams. */
export function processIo(): Io {
  // `forlop … | head` closes the pipe: what is left to say has no reader.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    env: process.env,
    out: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    input: () => process.stdin.setEncoding('utf8') as AsyncIterable<string>,
    onInterrupt: (stop) => {
      process.once('SIGINT', stop);
      return () => void process.off('SIGINT', stop);
    },
  };
}
