import { spawn } from 'node:child_process';

/**
 * The guard waits for its standard input to close, which the operating system does however we end, then ends
 * the child: politely, and after the grace period with its whole group.
 * $1 the stop signal, $2 the child's pid, $3 the grace period in tenths of a second.
 */
const script = `
read -r _
kill -s "$1" "$2" 2>/dev/null
n=0
while kill -0 "$2" 2>/dev/null && [ "$n" -lt "$3" ]; do sleep 0.1; n=$((n + 1)); done
kill -s KILL -- "-$2" 2>/dev/null
`;

/**
 * Watches over a child for the case that we are killed with no chance to end it (`kill -9`, out of memory).
 * A shell of about a megabyte, in a session of its own so that Ctrl-C does not reach it.
 * @returns a function that stands the guard down, for when the child has ended.
 */
export function guardChild(pid: number, stopSignal: NodeJS.Signals, graceMs: number): () => void {
  const args = ['-c', script, 'forlop-guard', stopSignal.replace(/^SIG/, ''), String(pid), String(Math.ceil(graceMs / 100))];
  const guard = spawn('/bin/sh', args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  // The pipe must stay open but must not keep our own process alive.
  const pipe = guard.stdin as unknown as { unref(): void } & NodeJS.WritableStream;
  pipe.unref();
  // A machine that cannot start a shell has no guard; the pid file then lets the next start end what is left.
  guard.on('error', (error) => process.emitWarning(`Uten vakt for barneprosess ${pid}: ${error.message}`));
  pipe.on('error', (error) => process.emitWarning(`Vakten for barneprosess ${pid}: ${error.message}`));
  return () => {
    guard.kill('SIGKILL');
  };
}
