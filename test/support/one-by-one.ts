import { describe, test } from '@jest/globals';

/** What jest-circus keeps of the file it runs; it has no interface for a describe whose contents are imported. */
interface CircusState {
  readonly rootDescribeBlock: { readonly children: unknown[] };
  currentDescribeBlock: unknown;
}

const circusSymbol = Object.getOwnPropertySymbols(globalThis).find(({ description }) => description === 'JEST_STATE_SYMBOL');

/**
 * Runs several test files as one, each in a describe of its own name, so that what they all import is loaded once: that takes longer than most of them do.
 * Hooks of a file are its own. A file that cannot be loaded is a test that fails, and the others run.
 * @param files from the root of the repository
 */
export async function oneByOne(files: readonly string[]): Promise<void> {
  const state = circusSymbol && (globalThis as unknown as Record<symbol, CircusState | undefined>)[circusSymbol];
  if (!state) throw new Error('Fant ikke det som jest-circus holder rede på: er testløperen byttet ut?');
  const root = state.currentDescribeBlock;
  for (const file of files) {
    describe(file, () => undefined);
    state.currentDescribeBlock = state.rootDescribeBlock.children.at(-1);
    await import(`../../${file.replace(/\.ts$/, '.js')}`).catch((error: unknown) => {
      test('kan lastes', () => {
        throw error;
      });
    });
    state.currentDescribeBlock = root;
  }
}
