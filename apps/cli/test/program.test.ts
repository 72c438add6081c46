import { describe, expect, test } from '@jest/globals';
import { call } from './call.js';

const commands = ['up', 'migrate', 'demo', 'token', 'import', 'date', 'evaluate', 'rehearse', 'audit', 'verify', 'rebuild'];

describe('forlop --help', () => {
  test('lists every command in its group with an example, and the exit codes', async () => {
    const { code, out } = await call(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command}\\b.*\\n +\\$ npx forlop ${command}`, 'm'));
    for (const group of ['Kjøre systemet:', 'Ta imot:', 'Regne og prøve:', 'Kontrollere:', 'Avslutningskoder:', 'Miljøvariabler:']) expect(out).toContain(group);
    for (const exitCode of ['0', '1', '2', '3', '70']) expect(out).toMatch(new RegExp(`^  ${exitCode} +\\S`, 'm'));
  });

  test.each(commands)('%s --help shows what it does, its options and an example, all in bokmål', async (command) => {
    const args = command === 'date' ? ['date', 'add'] : [command];
    const { code, out } = await call([...args, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Bruk: forlop ${args.join(' ')} `));
    expect(out).toMatch(/^Valg:$/m);
    expect(out).toMatch(/^ {2}\$ npx forlop \S/m);
    expect(out).not.toMatch(/Usage|Options|Commands|Arguments|default|display help/);
  });
});

describe('wrong use', () => {
  test.each([
    ['an unknown command', ['evalute'], 'Kommandoen «evalute» finnes ikke. Mente du evaluate?\nSe «npx forlop --help».'],
    ['an unknown option', ['verify', '--jsn'], 'Valget --jsn finnes ikke. Mente du --json?\nSe «npx forlop verify --help».'],
    ['a missing argument', ['import'], 'Argumentet <file> mangler.\nSe «npx forlop import --help».'],
    ['a missing mandatory option', ['date', 'add', '2026-03-20', '1'], 'Valget --unit <unit> må være med.\nSe «npx forlop date add --help».'],
    ['an option without its value', ['verify', '--pathway'], 'Valget --pathway <id> må ha en verdi etter seg.\nSe «npx forlop verify --help».'],
    ['too many arguments', ['verify', 'alt'], 'Det er flere argumenter enn kommandoen tar imot.\nSe «npx forlop verify --help».'],
  ])('%s ends with 2 and says what to do', async (_, args, sentence) => {
    expect(await call(args)).toEqual({ code: 2, out: '', err: sentence });
  });

  test('with --json the error is an object on standard output', async () => {
    const { code, out, err } = await call(['verify', '--jsn', '--json']);
    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(JSON.parse(out)).toEqual({ error: { code: 'unknownOption', message: 'Valget --jsn finnes ikke. Mente du --json?\nSe «npx forlop verify --help».' } });
  });

  test('nothing at all shows the help and ends with 2', async () => {
    const { code, err } = await call([]);
    expect(code).toBe(2);
    expect(err).toMatch(/^Bruk: forlop /);
  });
});

describe('forlop date add', () => {
  test('counts, also backwards', async () => {
    expect(await call(['date', 'add', '2026-03-20', '10', '--unit', 'virkedag'])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^onsdag 8\. april 2026 \(2026-04-08\)\n/) });
    expect(await call(['date', 'add', '2026-03-20', '-3', '--unit', 'uke'])).toMatchObject({ code: 0, out: expect.stringMatching(/^fredag 27\. februar 2026 /) });
  });
  test('says on standard error what is wrong', async () => {
    const { code, out, err } = await call(['date', 'add', '2026-02-30', '1', '--unit', 'dag']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('2026-02-30');
  });
  test('takes another calendar', async () => {
    const { out } = await call(['date', 'add', '2026-03-20', '10', '--unit', 'virkedag', '--calendar', 'norge-lordag', '--json']);
    expect(JSON.parse(out)).toMatchObject({ result: '2026-04-01', calendar: { id: 'norge-lordag' } });
  });
});

describe('without a server', () => {
  const nowhere = { FORLOP_STATE: '/nonexistent/forlop' };
  test('token ends with 3 and says how to get a log-in; somebody who is not there is wrong use', async () => {
    expect(await call(['token', 'koordinator'], { env: nowhere })).toMatchObject({ code: 3, out: '', err: expect.stringContaining('npm start') });
    expect(await call(['token', 'kari'], { env: nowhere })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('koordinator, behandler, fastlege') });
  });
  test.each([['verify'], ['rebuild'], ['demo'], ['migrate'], ['people']])('%s ends with 3 and says how to get one', async (command) => {
    const { code, out, err } = await call([command], { env: nowhere });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toBe('Det er ingen installasjon i /nonexistent/forlop. Start en med «npm start», eller sett DATABASE_URL til databasen.');
  });
  test('a database that does not answer ends with 3', async () => {
    const env = { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x', FORLOP_MASTER_KEY: key(1), FORLOP_SEARCH_KEY: key(2) };
    const { code, err } = await call(['verify'], { env });
    expect(code).toBe(3);
    expect(err).not.toContain('secret');
    expect((await call(['migrate', '--wait', '0'], { env })).code).toBe(3);
  });
  test('missing keys end with 2 and name the variable', async () => {
    const { code, err } = await call(['verify'], { env: { DATABASE_URL: 'postgres://u@127.0.0.1:1/x' } });
    expect(code).toBe(2);
    expect(err).toContain('FORLOP_MASTER_KEY');
  });
  test('a wrong --wait or --seed ends with 2', async () => {
    expect((await call(['migrate', '--wait', 'lenge'], { env: { DATABASE_URL: 'postgres://u@127.0.0.1:1/x' } })).code).toBe(2);
    expect((await call(['demo', '--seed', 'a b'], { env: nowhere })).code).toBe(2);
  });
});

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
