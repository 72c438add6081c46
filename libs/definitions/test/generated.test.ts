import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from '@jest/globals';
import { generatedFiles, loadRules } from '../src/index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const data = fileURLToPath(new URL('../src/data/', import.meta.url));
const rules = loadRules();
const generated = generatedFiles(rules);

describe('what is made from the definitions is current (run: npm run build && node scripts/rules.mjs)', () => {
  test.each([...generated.keys()])('%s', (path) => {
    expect(readFileSync(`${root}${path}`, 'utf8') === generated.get(path)).toBe(true);
  });
  test('and nothing older lies beside it', () => {
    const documents = [...generated.keys()].filter((path) => path.startsWith('docs/rules/')).map((path) => path.slice('docs/rules/'.length));
    expect(readdirSync(`${root}docs/rules`).filter((name) => name.endsWith('.md')).sort()).toEqual(documents.sort());
  });
});

describe('the JSON Schema that editors use', () => {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(generated.get('libs/definitions/src/data/definition.schema.json')!) as object);

  test.each(files)('accepts %s, which points at it', (name) => {
    const file = JSON.parse(readFileSync(`${data}${name}`, 'utf8')) as { $schema: string };
    expect(new URL(file.$schema, `file:///${name}`).pathname).toBe('/definition.schema.json');
    expect(validate(file)).toBe(true);
  });
  test.each([
    ['an unknown key', (file: Record<string, unknown>) => ({ ...file, frister: [] })],
    ['a wrong type', (file: Record<string, unknown>) => ({ ...file, clocks: {} })],
    ['a missing head', ({ calendar: _, ...file }: Record<string, unknown>) => file],
  ])('refuses %s', (_, spoil) => {
    const file = JSON.parse(readFileSync(`${data}langvarig-smerte-1.0.0.json`, 'utf8')) as Record<string, unknown>;
    expect(validate(spoil(file))).toBe(false);
  });
});

describe('the rules as clinicians and lawyers read them', () => {
  const text = (id: string) => generated.get(`docs/rules/${id}.md`)!;
  test.each(rules.definitions().flatMap((d) => d.clocks.map((c) => [d.id, c.id, c.title.nb] as const)))('%s tells of %s', (id, clock, title) => {
    expect(text(id)).toContain(`### \`${clock}\` ${title}\n`);
  });
  test.each(rules.definitions().flatMap((d) => [...d.duties, ...d.requirements, ...d.groups, ...d.plans, ...d.countables, ...d.commands].map((r) => [d.id, r.id] as const)))('%s tells of %s', (id, rule) => {
    expect(text(id)).toContain(`\`${rule}\``);
  });
  test('a frist says how long, from when, until what, for whom, how binding and from where', () => {
    const section = text('langvarig-utmattelse').split('### `FRIST-START-BARN-8U`')[1]!.split('### ')[0]!;
    for (const part of ['veiledende, foreslått', '8 uker', '«Henvisning mottatt i spesialisthelsetjenesten»', 'pasienten er under 18 år ved mottattdato', '«Helsehjelpen har startet»', 'Forløpskoordinatoren', '4 uker før', 'valget `tidssett` er nettverk eller', '`fagnettverk`']) {
      expect(section).toContain(part);
    }
  });
});
