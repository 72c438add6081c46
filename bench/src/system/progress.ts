/** Tells whoever waits what the bench does now, on standard error. */
export function progress(doing: string): void {
  console.error(`    ${new Date().toISOString().slice(11, 19)} ${doing}`);
}
