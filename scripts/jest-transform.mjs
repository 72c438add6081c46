// TypeScript for Jest, by swc. Jest runs files in a context of its own, where each look-up of a global goes through the context's object: code that
// counts much took twice as long. Those that a file uses are therefore bound once at its top. (`sandboxInjectedGlobals` is the same for CommonJS.)
import swcJest from '@swc/jest';

/** Not those that tests put others in the place of: the clock and the timers. */
const globals = ['Array', 'BigInt', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'WeakMap'];
const uses = (name) => new RegExp(`(?<![.\\w$])${name}(?![\\w$])`);
const declares = (name) => new RegExp(`(?:\\bimport\\b[^;]*[{,\\s]|\\b(?:class|function|const|let|var|enum|as) )${name}\\b`);
const known = globals.map((name) => ({ name, isUsed: uses(name), isDeclared: declares(name) }));

/** @returns the source, with what it uses of `globals` bound before it on its first line */
export function withGlobalsBound(source) {
  const bound = known.filter(({ isUsed, isDeclared }) => isUsed.test(source) && !isDeclared.test(source)).map(({ name }) => name);
  return bound.length === 0 ? source : `const { ${bound.join(', ')} } = globalThis; ${source}`;
}

export default {
  createTransformer(options) {
    const swc = swcJest.createTransformer(options);
    return {
      canInstrument: false,
      getCacheKey: (source, path, about) => swc.getCacheKey(withGlobalsBound(source), path, about),
      process: (source, path, about) => swc.process(withGlobalsBound(source), path, about),
      processAsync: (source, path, about) => swc.processAsync(withGlobalsBound(source), path, about),
    };
  },
};
