import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Service {
  image?: string;
  build?: { target: string };
  environment?: Record<string, string>;
  depends_on?: Record<string, unknown>;
  volumes?: string[];
  command?: string[];
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  test('is valid by the compose specification (schema of compose-go 2.16.2)', () => {
    const ajv = new Ajv2020.default({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(read('test/fixtures/compose-spec.json')));
    expect(validate({ ...compose }) ? [] : validate.errors).toEqual([]);
  });

  test.each(services)('%s depends only on services that exist', (_, service) => {
    for (const name of Object.keys(service.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(name);
  });

  test('every build target is a stage of the Dockerfile, and every stage runs as a user that is not root', () => {
    const stages = [...read('Dockerfile').matchAll(/^FROM \S+ AS (\S+)/gm)].map((m) => m[1]);
    for (const [, service] of services) if (service.build !== undefined) expect(stages).toContain(service.build.target);
    expect(read('Dockerfile')).toMatch(/AS runtime[\s\S]*USER node[\s\S]*FROM runtime AS api/);
  });

  test('no secret has a default: each password and key must come from the environment', () => {
    const secrets = services.flatMap(([name, s]) => Object.entries(s.environment ?? {}).filter(([key]) => /PASSWORD|PWD|_KEYS?$|SMTP_URL/.test(key)).map(([key, value]) => [name, key, value] as const));
    expect(secrets.length).toBeGreaterThan(8);
    for (const [, , value] of secrets) expect(value).toMatch(/^\$\{[A-Z_]+:(?:\?|-\}$)/);
  });

  test('the worker and the courier are given what asks Norsk helsenett, which is optional until it is asked for', () => {
    const given = (service: string) => Object.keys(compose.services[service]!.environment ?? {});
    const helseId = ['HELSEID_ISSUER', 'HELSEID_CLIENT_ID', 'HELSEID_CLIENT_KEY', 'HELSEID_ORGNR_PARENT', 'HELSEID_ORGNR_CHILD'];
    expect(given('worker')).toEqual(expect.arrayContaining([...helseId, 'FORLOP_REGISTRIES', 'PERSONTJENESTEN_URL', 'FASTLEGEREGISTERET_URL', 'FASTLEGEREGISTERET_USER', 'FASTLEGEREGISTERET_PASSWORD', 'ADRESSEREGISTERET_URL']));
    expect(given('courier')).toEqual(expect.arrayContaining([...helseId, 'FORLOP_EDI', 'EDI_URL', 'EDI_HER_ID', 'EDI_SENDER_NAME']));
    expect(given('api').filter((name) => name.startsWith('HELSEID'))).toEqual([]);
  });

  test('the api is told how people log in, and has a database login that sees no patient by itself', () => {
    const { environment = {} } = compose.services['api']!;
    for (const name of ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_KEY', 'SESSION_KEYS']) expect(environment[name]).toMatch(new RegExp(`^\\$\\{${name}:\\?`));
    expect(environment['DATABASE_URL']).toMatch(/^postgres:\/\/forlop_api:/);
    expect(read('deploy/postgres-init.sh')).not.toMatch(/GRANT forlop_app TO forlop_api|BYPASSRLS|SUPERUSER/i);
  });

  test('scripts that are mounted exist', () => {
    const mounted = services.flatMap(([, s]) => s.volumes ?? []).filter((v) => v.startsWith('./')).map((v) => v.split(':')[0]!);
    expect(mounted).toEqual(['./deploy/postgres-init.sh', './deploy/temporal-schema.sh', './deploy/temporal-setup.sh']);
    for (const file of mounted) expect(read(file)).toContain('set -eu');
  });
});
