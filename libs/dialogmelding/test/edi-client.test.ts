import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EdiError, type EdiClient, type TokenRequest } from '@forlop/dialogmelding';
import { startEdiSimulator } from '@forlop/dialogmelding/simulator';
import { built, clientOf, OURS } from './edi.js';

const ID = '5f5e94d5-d908-476b-a172-a241c52eddb6';
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const saying = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  listening((_request, response) => response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body)));

async function errorOf(call: Promise<unknown>): Promise<EdiError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EdiError)) throw new Error(`no EdiError: ${String(error)}`);
  return error;
}

describe('a request', () => {
  test('has the headers of the API, and a token bound by DPoP', async () => {
    const seen: Array<{ url: string | undefined; headers: IncomingHttpHeaders }> = [];
    const url = await listening(({ url: path, headers }, response) => {
      seen.push({ url: path, headers });
      response.end('[]');
    });
    const asked: TokenRequest[] = [];
    const client = clientOf(`${url}/`, {
      tokens: {
        accessToken: async (request) => {
          asked.push(request);
          return { token: 'abc', dpopProof: 'proof' };
        },
      },
    });
    await client.unread({ receiverHerIds: ['42', '1337'] });
    expect(seen).toMatchObject([
      {
        url: '/Messages?ReceiverHerIds=42&ReceiverHerIds=1337&IncludeMetadata=true&MessagesToFetch=10&OrderBy=1',
        headers: { 'api-version': '2', 'nhn-source-system': 'Forlop, v0.1.0', authorization: 'DPoP abc', dpop: 'proof' },
      },
    ]);
    expect(asked).toEqual([{ method: 'GET', url: `${url}/Messages` }]);
  });

  test('without a proof has a Bearer token', async () => {
    const url = await listening(({ headers }, response) => response.end(JSON.stringify(headers['authorization'] === 'Bearer abc' && headers['dpop'] === undefined ? [] : null)));
    expect(await clientOf(url, { tokens: { accessToken: async () => ({ token: 'abc' }) } }).status(ID)).toEqual([]);
  });

  test('whose token is refused is sent once more, with another token and the server’s nonce', async () => {
    const url = await listening(({ headers }, response) => (headers['authorization'] === 'DPoP second' ? response.end('[]') : response.writeHead(401, { 'dpop-nonce': 'n-1' }).end()));
    const asked: TokenRequest[] = [];
    const tokens = {
      accessToken: async (request: TokenRequest) => {
        asked.push(request);
        return { token: request.refused === undefined ? 'first' : 'second', dpopProof: 'p' };
      },
    };
    expect(await clientOf(url, { tokens }).status(ID)).toEqual([]);
    expect(asked[1]).toEqual({ method: 'GET', url: `${url}/Messages/${ID}/status`, refused: 'first', nonce: 'n-1' });
  });

  test('whose proof lacks the server’s nonce is sent once more with it and the same token', async () => {
    const simulator = await startEdiSimulator({ accepts: ({ dpop }) => dpop === 'proof with n-1' || 'n-1' });
    const asked: TokenRequest[] = [];
    const tokens = {
      accessToken: async (request: TokenRequest) => {
        asked.push(request);
        return { token: 'abc', dpopProof: request.nonce === undefined ? 'proof' : `proof with ${request.nonce}` };
      },
    };
    expect(await clientOf(simulator.url, { tokens }).unread({ receiverHerIds: [OURS] })).toEqual([]);
    expect(asked[1]).toEqual({ method: 'GET', url: `${simulator.url}/Messages`, nonce: 'n-1' });
    await simulator.close();
  });

  test('for which no token is to be had until the access is put right is not authorised', async () => {
    const tokens = { accessToken: () => Promise.reject(new EdiError('not-authorised', 'HelseID sier nei.')) };
    expect(await errorOf(clientOf(await saying(200, []), { tokens }).status(ID))).toMatchObject({ kind: 'not-authorised', maybeDone: false });
  });

  test('that is refused twice is not authorised', async () => {
    const simulator = await startEdiSimulator({ accepts: ({ authorization }) => authorization === 'DPoP good' });
    expect(await errorOf(clientOf(simulator.url).unread({ receiverHerIds: [OURS] }))).toMatchObject({ kind: 'not-authorised', status: 401 });
    await simulator.close();
  });

  test('for which there is no token is tried again later', async () => {
    const url = await saying(200, []);
    const tokens = { accessToken: () => Promise.reject(new Error('HelseID is away')) };
    expect(await errorOf(clientOf(url, { tokens }).status(ID))).toMatchObject({ kind: 'try-again', maybeDone: false });
  });

  test.each<[string, (client: EdiClient) => Promise<unknown>]>([
    ['an id that is no GUID', (client) => client.message('../CommunicationParties')],
    ['a HER-id that is no number', (client) => client.markRead(ID, '1/../2')],
    ['a HER-id beyond 32 bits', (client) => client.unread({ receiverHerIds: ['2147483648'] })],
  ])('with %s is never sent', async (_what, call) => {
    const asked: string[] = [];
    const url = await listening((request, response) => {
      asked.push(request.url ?? '');
      response.end('[]');
    });
    expect(await errorOf(call(clientOf(url)))).toMatchObject({ kind: 'refused', status: null });
    expect(asked).toEqual([]);
  });

  test('goes over TLS, unless to this machine', () => {
    expect(() => clientOf('http://edi.example')).toThrow('https');
    expect(() => clientOf('https://edi.example')).not.toThrow();
  });

  test('names this system in ASCII', () => {
    expect(() => clientOf('https://edi.example', { application: { name: 'Forløp', version: '1' } })).toThrow('ASCII');
  });
});

describe('an answer', () => {
  test.each([
    [400, { error: 'Model validation error occurred', errorCode: 1000, validationErrors: ['x'], requestId: 'r-1' }, { kind: 'refused', errorCode: 1000, requestId: 'r-1', maybeDone: false }],
    [400, { error: 'Request was cancelled', errorCode: 0, validationErrors: null, requestId: 'r-2' }, { kind: 'try-again', maybeDone: true }],
    [401, '', { kind: 'not-authorised' }],
    [403, { error: 'Not authorized for HerId(s): 1234', errorCode: 0, requestId: 'r-3' }, { kind: 'not-authorised', reasons: ['Not authorized for HerId(s): 1234'] }],
    [404, { error: 'Could not find database document', errorCode: 0, requestId: 'r-4' }, { kind: 'refused', status: 404 }],
    [413, 'Request Entity Too Large', { kind: 'refused' }],
    [429, '', { kind: 'try-again', maybeDone: false }],
    [500, '<html>', { kind: 'try-again', maybeDone: true }],
    [502, '', { kind: 'try-again', maybeDone: true }],
    [301, '', { kind: 'refused', status: 301 }],
    [200, 'not json', { kind: 'refused', status: 200 }],
    [201, 'not json', { kind: 'try-again', maybeDone: true }],
    [201, '"not a guid"', { kind: 'try-again', maybeDone: true }],
  ])('%d with %j', async (status, body, expected) => {
    const url = await saying(status, body, status === 301 ? { location: 'http://127.0.0.1:1/' } : {});
    const error = await errorOf(clientOf(url).post(built().document));
    expect(error).toMatchObject({ status, ...expected });
    expect(JSON.stringify([error.message, error.stack])).not.toContain('Nordmann');
  });

  test('with more than was agreed is read', async () => {
    const url = await saying(200, { id: ID, receiverHerId: 42, businessDocumentId: 'b', businessDocumentGenDate: '2026-03-01T08:00:00', isAppRec: true, unknownProperty: { a: 1 } });
    expect(await clientOf(url).message(ID)).toEqual({ id: ID, receiverHerId: '42', senderHerId: null, msgId: 'b', generatedAt: '2026-03-01T08:00:00', isAppRec: true });
  });

  test.each([
    ['status', [{ receiverHerId: 42, transportDeliveryState: 'Kanskje' }]],
    ['status', { receiverHerId: 42 }],
    ['businessDocument', { businessDocument: '"PD94"', contentType: 'application/xml', contentTransferEncoding: 'base64' }],
    ['businessDocument', { businessDocument: 'PD94', contentType: 'application/xml', contentTransferEncoding: '7bit' }],
    ['appRec', [{ receiverHerId: 42, appRecStatus: 'Unknown' }]],
  ] as const)('to %s that is not as agreed is tried again: %j', async (call, body) => {
    expect(await errorOf(clientOf(await saying(200, body))[call](ID))).toMatchObject({ kind: 'try-again', maybeDone: false });
  });

  test('with a document of many megabytes', async () => {
    const document = Buffer.alloc(20_000_000, 'a');
    const url = await saying(200, { businessDocument: document.toString('base64'), contentType: 'application/xml', contentTransferEncoding: 'base64' });
    expect((await clientOf(url).businessDocument(ID)).length).toBe(document.length);
  });

  test('that never ends is cut off', async () => {
    const url = await listening((_request, response) => {
      const chunk = Buffer.alloc(1 << 20, ' ');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    expect(await errorOf(clientOf(url).message(ID))).toMatchObject({ kind: 'refused' });
  });

  test('that does not come in time may be done when it was a post', async () => {
    const simulator = await startEdiSimulator();
    simulator.set({ hangs: true });
    const client = clientOf(simulator.url, { timeoutMs: 50 });
    expect(await errorOf(client.post(built().document))).toMatchObject({ kind: 'try-again', maybeDone: true });
    expect(await errorOf(client.status(ID))).toMatchObject({ kind: 'try-again', maybeDone: false });
    await simulator.close();
  });

  test('that stops in the middle does not come in time', async () => {
    const url = await listening((_request, response) => response.writeHead(200).write('[{'));
    expect(await errorOf(clientOf(url, { timeoutMs: 50 }).status(ID))).toMatchObject({ kind: 'try-again' });
  });

  test('from nobody was certainly not done', async () => {
    const url = await saying(200, '');
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    expect(await errorOf(clientOf(url).post(built().document))).toMatchObject({ kind: 'try-again', maybeDone: false, status: null });
  });
});
