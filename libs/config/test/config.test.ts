import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { apiConfig, ConfigError, courierConfig, standardLimits, workerConfig } from '../src/index.js';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  DATABASE_URL: 'postgres://forlop:hemmelighet@localhost:5432/forlop',
  TEMPORAL_ADDRESS: 'localhost:7233',
  FORLOP_MASTER_KEY: key,
  FORLOP_SEARCH_KEY: `a:${key}`,
  FORLOP_PAYLOAD_KEYS: `ny:${key},gammel:${key}`,
};

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  test('what is given is read, the rest has defaults', () => {
    expect(apiConfig(complete)).toMatchObject({ port: 3000, host: '127.0.0.1', environment: 'development', temporal: { address: 'localhost:7233', namespace: 'default' } });
    expect(workerConfig({ ...complete, PORT_WORKER: '4001', FORLOP_SWEEP_MINUTES: '5' })).toMatchObject({ port: 4001, sweepMinutes: 5, relayParallel: 16 });
    expect(courierConfig({ ...complete, PUBLIC_URL: 'https://forlop.example/' })).toMatchObject({ port: 3002, publicUrl: 'https://forlop.example', mail: { smtpUrl: null } });
  });

  test('limits have defaults, and no proxy is trusted unless it is named', () => {
    expect(apiConfig(complete)).toMatchObject({ limits: standardLimits, trustedProxies: [] });
    expect(apiConfig({ ...complete, FORLOP_LIMIT_CALLER: '20000', FORLOP_TRUSTED_PROXIES: '10.1.0.0/16, ::1' })).toMatchObject({ limits: { callerPerMinute: 20_000, searchPerMinute: standardLimits.searchPerMinute }, trustedProxies: ['10.1.0.0/16', '::1'] });
  });

  test.each([['FORLOP_LIMIT_ADDRESS', '0'], ['FORLOP_LIMIT_SEARCH', 'mange'], ['FORLOP_TRUSTED_PROXIES', 'true'], ['FORLOP_TRUSTED_PROXIES', '10.0.0.0/33']])('%s «%s» is refused', (name, value) => {
    expect(problemsOf(() => apiConfig({ ...complete, [name]: value }))).toEqual([expect.stringMatching(new RegExp(`^${name} må være `))]);
  });

  const clientKey = JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'hemmelig-del', alg: 'ES256' });
  const helseId = { HELSEID_ISSUER: 'https://helseid-sts.nhn.example', HELSEID_CLIENT_ID: 'forlop', HELSEID_CLIENT_KEY: clientKey };
  const named = (problems: readonly string[]) => problems.map((problem) => problem.split(' ')[0]);

  test('nobody is looked up in a registry unless it is asked for; each with all of its settings, or a sentence for each that is lacking', () => {
    const fastlege = { FASTLEGEREGISTERET_URL: 'https://ws.nhn.example/v2/flr', FASTLEGEREGISTERET_USER: 'bruker', FASTLEGEREGISTERET_PASSWORD: 'hysj' };
    const all = { FORLOP_REGISTRIES: 'asked', PERSONTJENESTEN_URL: 'https://person.nhn.example/', ADRESSEREGISTERET_URL: 'https://cp.nhn.example', ...fastlege, ...helseId };
    expect(workerConfig(complete).registries).toBeNull();
    expect(workerConfig({ ...complete, FORLOP_REGISTRIES: 'simulated' }).registries).toEqual({ kind: 'simulated', port: 0 });
    const { registries } = workerConfig({ ...complete, ...all, HELSEID_ORGNR_PARENT: '310000019' });
    expect(registries).toMatchObject({
      kind: 'asked', persontjenesten: { url: 'https://person.nhn.example' }, adresseregisteret: { url: 'https://cp.nhn.example' },
      fastlegeregisteret: { url: 'https://ws.nhn.example/v2/flr', user: 'bruker' }, helseId: { clientId: 'forlop', parent: '310000019', child: null },
    });
    expect(inspect(registries, { depth: 5 })).not.toMatch(/hysj|hemmelig-del/);
    expect(workerConfig({ ...complete, ...fastlege, FORLOP_REGISTRIES: 'fastlegeregisteret' }).registries).toMatchObject({ persontjenesten: null, adresseregisteret: null, helseId: null });
    expect(workerConfig({ ...complete, ...all, FORLOP_REGISTRIES: 'adresseregisteret, persontjenesten' }).registries).toMatchObject({ fastlegeregisteret: null, persontjenesten: {}, adresseregisteret: {}, helseId: {} });
    expect(named(problemsOf(() => workerConfig({ ...complete, FORLOP_REGISTRIES: 'asked' })))).toEqual([
      'PERSONTJENESTEN_URL', 'FASTLEGEREGISTERET_URL', 'FASTLEGEREGISTERET_USER', 'FASTLEGEREGISTERET_PASSWORD', 'ADRESSEREGISTERET_URL', 'HELSEID_ISSUER', 'HELSEID_CLIENT_ID', 'HELSEID_CLIENT_KEY',
    ]);
    expect(problemsOf(() => workerConfig({ ...complete, ...all, FASTLEGEREGISTERET_URL: 'http://ws.nhn.example', HELSEID_ORGNR_CHILD: 'Nordlia' }))).toEqual(['FASTLEGEREGISTERET_URL må være en adresse som begynner med https://.', 'HELSEID_ORGNR_CHILD må være et organisasjonsnummer på ni siffer.']);
    for (const kind of ['simulated', 'persontjenesten,', 'folkeregisteret']) {
      expect(problemsOf(() => workerConfig({ ...complete, NODE_ENV: 'production', FORLOP_ROOT_KEY: key, FORLOP_REGISTRIES: kind }))).toEqual([
        'FORLOP_REGISTRIES må være ett av none, asked, eller ett eller flere av persontjenesten, fastlegeregisteret, adresseregisteret med komma mellom.',
      ]);
    }
  });

  test('dialogmelding has a log-in at HelseID, or a sentence for each part that is lacking, with all else that is wrong', () => {
    const edi = { FORLOP_EDI: 'real', EDI_URL: 'https://edi.nhn.example', EDI_HER_ID: '8000001', EDI_SENDER_NAME: 'Nordlia sykehus' };
    expect(courierConfig({ ...complete, ...edi, ...helseId }).edi).toMatchObject({ kind: 'real', url: 'https://edi.nhn.example', sender: { herId: '8000001' }, receiptHours: 48, helseId: { issuer: 'https://helseid-sts.nhn.example', parent: null } });
    expect(inspect(courierConfig({ ...complete, ...edi, ...helseId }).edi, { depth: 5 })).not.toContain('hemmelig-del');
    expect(named(problemsOf(() => courierConfig({ ...complete, FORLOP_EDI: 'real', PORT_COURIER: 'x' })))).toEqual(['PORT_COURIER', 'EDI_HER_ID', 'EDI_SENDER_NAME', 'EDI_URL', 'HELSEID_ISSUER', 'HELSEID_CLIENT_ID', 'HELSEID_CLIENT_KEY']);
    expect(problemsOf(() => courierConfig({ ...complete, ...edi, ...helseId, NODE_ENV: 'production', SMTP_URL: 'smtps://a@b.example', FORLOP_ANSWER_KEYS: key, HELSEID_ISSUER: 'http://helseid.example' }))).toEqual(['HELSEID_ISSUER må være en adresse som begynner med https:// i produksjon.']);
  });

  test('an empty variable counts as absent', () => {
    expect(courierConfig({ ...complete, SMTP_URL: '', TEMPORAL_NAMESPACE: ' ' })).toMatchObject({ mail: { smtpUrl: null }, temporal: { namespace: 'default' } });
  });

  test('everything that is wrong is said at once', () => {
    const problems = problemsOf(() => workerConfig({ PORT_WORKER: '70000', TEMPORAL_ADDRESS: 'http://localhost', FORLOP_MASTER_KEY: 'kort', LOG_LEVEL: 'høyt' }));
    expect(problems).toEqual([
      'LOG_LEVEL må være ett av fatal, error, warn, info, debug, trace.',
      'DATABASE_URL mangler: adressen til PostgreSQL, for eksempel postgres://forlop@localhost:5432/forlop.',
      'TEMPORAL_ADDRESS må være på formen vert:port, for eksempel localhost:7233.',
      expect.stringMatching(/^FORLOP_MASTER_KEY må være nøkler på 32 byte/),
      expect.stringMatching(/^FORLOP_SEARCH_KEY mangler/),
      expect.stringMatching(/^FORLOP_PAYLOAD_KEYS mangler/),
      'PORT_WORKER må være et portnummer fra 1 til 65535.',
    ]);
  });

  test.each([
    ['PORT_COURIER', '0'],
    ['PORT_COURIER', '12x'],
    ['PORT_INBOX', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'ikke en adresse'],
    ['TEMPORAL_ADDRESS', 'vertutenport'],
    ['SMTP_URL', 'http://mail'],
    ['MAIL_FROM', 'ingen'],
    ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
    ['PUBLIC_URL', 'forlop.example'],
    ['FORLOP_PAYLOAD_KEYS', `a:${key},b:kort`],
    ['FORLOP_WEBHOOK_KEYS', 'enfortkortnokkel'],
    ['FORLOP_WEBHOOK_NETWORKS', '10.0.0.0/33'],
  ])('%s «%s» is refused with one sentence that names it and does not repeat it', (name, value) => {
    const problems = problemsOf(() => courierConfig({ ...complete, [name]: value }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} .*\\.$`));
    if (value.length > 4) expect(problems[0]).not.toContain(value);
  });

  test('webhooks go out where the courier has keys for them, and over TLS alone in production', () => {
    expect(courierConfig(complete).webhooks).toBeNull();
    const env = { ...complete, FORLOP_WEBHOOK_KEYS: `en:${key}`, FORLOP_WEBHOOK_NETWORKS: '10.1.0.0/16' };
    expect(courierConfig(env).webhooks).toMatchObject({ networks: ['10.1.0.0/16'], allowHttp: true });
    expect(courierConfig({ ...env, NODE_ENV: 'production', SMTP_URL: 'smtps://mail.example', FORLOP_ANSWER_KEYS: `svar:${key}` }).webhooks).toMatchObject({ allowHttp: false });
  });

  test('dialogmelding goes over TLS alone in production; a simulator on this machine may be asked without', () => {
    const edi = { ...complete, FORLOP_EDI: 'real', EDI_URL: 'http://127.0.0.1:1', EDI_HER_ID: '8000001', EDI_SENDER_NAME: 'Prøve sykehus', ...helseId };
    expect(courierConfig(edi).edi).toMatchObject({ kind: 'real', url: 'http://127.0.0.1:1' });
    const production = { ...edi, NODE_ENV: 'production', SMTP_URL: 'smtps://mail.example', FORLOP_ANSWER_KEYS: `svar:${key}` };
    expect(problemsOf(() => courierConfig(production))).toEqual([expect.stringMatching(/^EDI_URL må være en adresse som begynner med https/)]);
  });

  test('no secret is shown by logging, JSON or errors', () => {
    const config = courierConfig({ ...complete, SMTP_URL: 'smtp://bruker:passord@mail.example' });
    const shown = `${inspect(config, { depth: 9, showHidden: true })}${JSON.stringify(config)}${String(config.databaseUrl)}`;
    for (const secret of ['hemmelighet', 'passord', key]) expect(shown).not.toContain(secret);
    expect(config.mail.smtpUrl?.reveal()).toBe('smtp://bruker:passord@mail.example');
    expect(config.databaseUrl.reveal()).toBe(complete.DATABASE_URL);
  });
});

describe('log-in', () => {
  const clientKey = JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'hemmelig-d', alg: 'ES256', kid: '1' });
  const oidc = { OIDC_ISSUER: 'https://helseid.example', OIDC_AUDIENCE: 'forlop:api', OIDC_CLIENT_ID: 'forlop-web', OIDC_CLIENT_KEY: clientKey, SESSION_KEYS: `ny:${key},gammel:${key}` };
  const production = { ...complete, ...oidc, NODE_ENV: 'production', FORLOP_ANSWER_KEYS: `svar:${key}`, PUBLIC_URL: 'https://forlop.example/' };

  test('numbers of test persons are refused in production only', () => {
    expect(apiConfig(production)).toMatchObject({ environment: 'production', acceptSynthetic: false });
    for (const NODE_ENV of ['development', 'test', undefined]) expect(apiConfig({ ...complete, NODE_ENV })).toMatchObject({ acceptSynthetic: true });
  });

  test('the page that may show what workflows carry is named by its origin; by none, none may', () => {
    expect(apiConfig({ ...complete, TEMPORAL_UI_URL: 'http://localhost:8233/namespaces/' }).temporalUi).toBe('http://localhost:8233');
    expect(apiConfig({ ...production, TEMPORAL_UI_URL: 'https://temporal.example' }).temporalUi).toBe('https://temporal.example');
    for (const env of [complete, production]) expect(apiConfig({ ...env, TEMPORAL_UI_URL: '' }).temporalUi).toBeNull();
    expect(problemsOf(() => apiConfig({ ...production, TEMPORAL_UI_URL: 'http://temporal.example' }))).toEqual([expect.stringMatching(/^TEMPORAL_UI_URL/)]);
  });

  test('in production it is there', () => {
    const config = apiConfig(production);
    expect(config).toMatchObject({ environment: 'production', publicUrl: 'https://forlop.example', oidc: { issuer: 'https://helseid.example', audience: 'forlop:api', clientId: 'forlop-web' } });
    expect(config.oidc?.clientKey.reveal()).toBe(clientKey);
    expect(inspect(config, { depth: 9, showHidden: true })).not.toContain('hemmelig-d');
  });

  test('in production all of it is required, over TLS', () => {
    expect(problemsOf(() => apiConfig({ ...complete, NODE_ENV: 'production', DATABASE_URL: '' }))).toEqual([
      expect.stringMatching(/^DATABASE_URL mangler/),
      expect.stringMatching(/^PUBLIC_URL mangler/),
      expect.stringMatching(/^FORLOP_ANSWER_KEYS mangler/),
      expect.stringMatching(/^OIDC_ISSUER mangler/),
      expect.stringMatching(/^OIDC_AUDIENCE mangler/),
      expect.stringMatching(/^OIDC_CLIENT_ID mangler/),
      expect.stringMatching(/^OIDC_CLIENT_KEY mangler/),
      expect.stringMatching(/^SESSION_KEYS mangler/),
    ]);
    expect(problemsOf(() => apiConfig({ ...production, PUBLIC_URL: 'http://forlop.example', OIDC_ISSUER: 'http://helseid.example' }))).toEqual([
      'PUBLIC_URL må være en adresse som begynner med https:// i produksjon.',
      'OIDC_ISSUER må være en adresse som begynner med https:// i produksjon.',
    ]);
  });

  test('in development it is all there or not at all', () => {
    expect(apiConfig(complete).oidc).toBeNull();
    expect(apiConfig({ ...complete, OIDC_ISSUER: ' ' }).oidc).toBeNull();
    expect(apiConfig({ ...complete, ...oidc, OIDC_ISSUER: 'http://localhost:3010' }).oidc?.issuer).toBe('http://localhost:3010');
    expect(problemsOf(() => apiConfig({ ...complete, ...oidc, OIDC_AUDIENCE: '' }))).toEqual([expect.stringMatching(/^OIDC_AUDIENCE mangler/)]);
  });

  test('the address of the provider is kept letter by letter', () => {
    expect(apiConfig({ ...production, OIDC_ISSUER: 'https://helseid.example/' }).oidc?.issuer).toBe('https://helseid.example/');
  });

  test.each([
    ['OIDC_CLIENT_KEY', 'ikke json'],
    ['OIDC_CLIENT_KEY', '"tekst"'],
    ['OIDC_CLIENT_KEY', JSON.stringify({ kty: 'EC', alg: 'ES256', x: 'bare-offentlig' })],
    ['OIDC_CLIENT_KEY', JSON.stringify({ kty: 'oct', k: 'x', d: 'x', alg: 'HS256' })],
    ['OIDC_CLIENT_KEY', JSON.stringify({ kty: 'RSA', d: 'uten-alg' })],
    ['SESSION_KEYS', 'kort'],
    ['OIDC_ISSUER', 'helseid.example'],
  ])('%s «%s» is refused and not repeated', (name, value) => {
    const problems = problemsOf(() => apiConfig({ ...production, [name]: value }));
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
    expect(problems[0]).not.toContain(value);
  });
});
