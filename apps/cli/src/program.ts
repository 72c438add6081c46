import { Command, CommanderError } from 'commander';
import { registerAudit } from './commands/audit.js';
import { registerCheck } from './commands/check.js';
import { registerDate } from './commands/date.js';
import { registerDemo } from './commands/demo.js';
import { registerEvaluate } from './commands/evaluate.js';
import { registerEventLog } from './commands/event-log.js';
import { registerNpr } from './commands/npr.js';
import { registerForecast } from './commands/forecast.js';
import { registerGoLive } from './commands/go-live.js';
import { registerImports } from './commands/imports.js';
import { registerImport } from './commands/import.js';
import { registerImportExtract } from './commands/import-extract.js';
import { registerKeeping } from './commands/keeping.js';
import { registerMigrate } from './commands/migrate.js';
import { registerPeople } from './commands/people.js';
import { registerRehearse } from './commands/rehearse.js';
import { registerToken } from './commands/token.js';
import { registerUp } from './commands/up.js';
import { registerWhatIf } from './commands/what-if.js';
import { newContext, printJson, type Context } from './context.js';
import { told } from './failure.js';
import { bokmalHelp, overviewEnd } from './help.js';
import type { Io } from './io.js';
import { usageFailure } from './usage-errors.js';

/** Wide enough for the examples, narrow enough to read. */
const widest = 110;

/**
 * Runs one command line. Nothing is thrown: what goes wrong is told in a sentence on standard error (with `--json`: as an
 * object on standard output).
 * @param args what follows the program's name.
 * @returns the exit code.
 */
export async function runForlop(args: readonly string[], io: Io): Promise<number> {
  const context = newContext(io);
  try {
    await programFor(context).parseAsync([...args], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    if (error instanceof HelpShown) return error.exitCode;
    return tell(error, args, context);
  }
}

function programFor(context: Context): Command {
  const program = new Command('forlop')
    .description('Forløp følger hver pasient gjennom pakkeforløpet. Denne kommandolinjen starter systemet, tar imot henvisninger, regner ut frister og kontrollerer det som er registrert.')
    .helpOption('-h, --help', 'vis hjelp')
    .helpCommand(false)
    .configureHelp(bokmalHelp)
    .configureOutput({
      writeOut: (text) => context.io.out(text.trimEnd()),
      writeErr: (text) => context.io.note(text.trimEnd()),
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(process.stdout.columns ?? widest, widest),
      getErrHelpWidth: () => Math.min(process.stderr.columns ?? widest, widest),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', overviewEnd);
  for (const register of [registerUp, registerMigrate, registerDemo, registerPeople, registerToken, registerImport, registerImportExtract, registerGoLive, registerImports, registerDate, registerEvaluate, registerRehearse, registerWhatIf, registerForecast, registerAudit, registerEventLog, registerNpr, registerCheck, registerKeeping]) {
    register(program, context);
  }
  catchExits(program);
  return program;
}

/** Help was shown; there is nothing more to say. */
class HelpShown extends Error {
  constructor(readonly exitCode: number) {
    super('help');
  }
}

/** Commander ends the process by itself unless each command is told otherwise. */
function catchExits(command: Command): void {
  command.exitOverride((error: CommanderError) => {
    throw usageFailure(error, command) ?? new HelpShown(error.exitCode === 0 ? 0 : 2);
  });
  for (const child of command.commands) catchExits(child);
}

function tell(error: unknown, args: readonly string[], context: Context): number {
  const { exitCode, code, message } = told(error);
  if (args.includes('--json')) printJson(context, { error: { code, message } });
  else context.io.note(message);
  if (context.io.env.FORLOP_DEBUG && error instanceof Error) context.io.note(String(error.stack));
  return exitCode;
}
