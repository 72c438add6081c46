import { existsSync, readFileSync, statSync, renameSync } from 'node:fs';

/** The last lines of a log written after `fromByte`, indented, for use in an error message. */
export function logTail(file: string, fromByte = 0, lines = 12): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file).subarray(fromByte).toString('utf8').trimEnd();
  return text.split('\n').slice(-lines).map((line) => `  ${line}`).join('\n');
}

/** How long a log is now, in bytes; 0 when there is none. */
export function logSize(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** Sets a log of more than `maxBytes` aside as `<file>.1`, so that an installation's logs never grow without end. */
export function rotateLog(file: string, maxBytes = 10 * 1024 * 1024): void {
  if (logSize(file) > maxBytes) renameSync(file, `${file}.1`);
}
