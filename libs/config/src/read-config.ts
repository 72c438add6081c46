import { z } from 'zod';

/** The configuration is wrong: all that is wrong, at once, in sentences for whoever sets it up. */
export class ConfigError extends Error {
  constructor(
    readonly app: string,
    readonly problems: readonly string[],
  ) {
    super([`Oppsettet av ${app} er ikke riktig:`, ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** The process's environment, or a test's. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables that a schema names. An empty variable counts as absent, as shells and compose files leave them.
 * @throws ConfigError with everything that is wrong.
 */
export function readConfig<Shape extends z.ZodRawShape>(app: string, shape: Shape, env: Environment): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.keys(shape).map((name) => [name, env[name]?.trim() || undefined]));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(app, [...new Set(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`))]);
}

/**
 * Reads the parts of a configuration.
 * @throws ConfigError with what is wrong in any of them.
 */
export function allOf<Parts extends readonly unknown[]>(app: string, ...readers: { readonly [Part in keyof Parts]: () => Parts[Part] }): Parts {
  const problems: string[] = [];
  const parts = readers.map((read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  });
  if (problems.length > 0) throw new ConfigError(app, problems);
  return parts as unknown as Parts;
}
