import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { z } from 'zod';
import { errorMessage, invalid, jsonBody, type Answer } from './answer.js';
import { behaviourSchema, settingsSchema } from './behaviour.js';
import { control, receive, type Incoming } from './control-api.js';
import { Mailboxes, type KeptMessage } from './mailboxes.js';
import { onMessage, post, unread, type Service } from './messages-api.js';

/** What a request lets itself in by. */
export interface ShownAccess {
  readonly authorization: string;
  readonly dpop: string | null;
  readonly method: string;
  /** The whole address. */
  readonly url: string;
}

/** How to start the simulator. */
export interface EdiSimulatorOptions {
  /** 0, a free one, if it is not given. */
  readonly port?: number;
  /** The address to listen on; this machine only if it is not given. */
  readonly host?: string;
  /** Epoch milliseconds; the machine's clock if it is not given. */
  readonly now?: () => number;
  /** Whether a request may come in: true, false, or the nonce that its proof lacks. Without it every request that has an `Authorization` may. */
  readonly accepts?: (request: ShownAccess) => boolean | string | Promise<boolean | string>;
}

/** A simulator that runs. What the control endpoints do over HTTP, these do from the same process. */
export interface EdiSimulator {
  readonly url: string;
  /** Sets how the record system behind a HER-id behaves. What is left out is as it should be. */
  behave(herId: string, behaviour: z.input<typeof behaviourSchema>): void;
  /** Sets how the whole service behaves. What is left out is as it should be. */
  set(settings: z.input<typeof settingsSchema>): void;
  /** A GP sends something. Throws if it answers a message that was not sent. */
  receive(incoming: Incoming): { id: string };
  /** Writes every AppRec that is awaited, however long its delay. */
  release(): void;
  /** All that was sent and received, in its order. */
  messages(): readonly KeptMessage[];
  close(): Promise<void>;
}

function respond(response: ServerResponse, answer: Answer): void {
  if (answer.cut === true) {
    response.destroy();
    return;
  }
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, { ...(body === '' ? {} : { 'content-type': 'application/json' }), ...answer.headers });
  response.end(body);
}

function headersAtFault(request: IncomingMessage): Answer | null {
  if (request.headers['api-version'] !== '2') return invalid('api-version: 2 is required');
  const source = request.headers['nhn-source-system'];
  return typeof source === 'string' && source !== '' ? null : invalid('nhn-source-system: required');
}

class Running {
  readonly service: Service;

  constructor(private readonly options: EdiSimulatorOptions) {
    this.service = { mailboxes: new Mailboxes(() => this.now()), settings: settingsSchema.parse({}) };
  }

  now(): number {
    return (this.options.now ?? Date.now)();
  }

  instant(): string {
    return new Date(this.now()).toISOString();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://simulator');
    const [room = '', ...path] = url.pathname.split('/').slice(1);
    const method = request.method ?? 'GET';
    const body = await jsonBody(request);
    if (room.toLowerCase() === 'simulator') return respond(response, control(this.service, method, path, body, this.instant()));
    if (this.service.settings.hangs) return;
    if (this.service.settings.down) return respond(response, errorMessage(503, 'Service Unavailable', null, { 'retry-after': '30' }));
    respond(response, (await this.unauthorised(request)) ?? headersAtFault(request) ?? this.answer(method, room, path, url.searchParams, body));
  }

  private async unauthorised({ headers, method = 'GET', url = '/' }: IncomingMessage): Promise<Answer | null> {
    const { authorization, host } = headers;
    const dpop = typeof headers['dpop'] === 'string' ? headers['dpop'] : null;
    const isShown = authorization !== undefined && /^(Bearer|DPoP) \S+$/.test(authorization);
    const good = isShown && ((await this.options.accepts?.({ authorization, dpop, method, url: `http://${host}${url}` })) ?? true);
    if (good === true) return null;
    if (good === false) return errorMessage(401, 'Unauthorized', null, { 'www-authenticate': 'DPoP error="invalid_token"' });
    return errorMessage(401, 'Unauthorized', null, { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': good });
  }

  private answer(method: string, room: string, path: readonly string[], parameters: URLSearchParams, body: unknown): Answer {
    if (room.toLowerCase() !== 'messages') return errorMessage(404, 'Not Found');
    if (path.length > 0) return onMessage(this.service, method, path, body);
    if (method === 'GET') return unread(this.service, parameters);
    if (method !== 'POST') return errorMessage(405, 'Method Not Allowed');
    const taken = post(this.service, body);
    if (taken.status !== 201 || this.service.settings.loseAnswers === 0) return taken;
    this.service.settings = { ...this.service.settings, loseAnswers: this.service.settings.loseAnswers - 1 };
    return { ...taken, cut: true };
  }
}

/** Starts the simulator of EDI 2.0 and of the record systems behind it. */
export async function startEdiSimulator(options: EdiSimulatorOptions = {}): Promise<EdiSimulator> {
  const running = new Running(options);
  const { service } = running;
  const server = createServer((request, response) => {
    running.handle(request, response).catch((error: unknown) => {
      // The client went away in the middle of its request, or the simulator has a fault of its own: either way there is an answer.
      respond(response, errorMessage(500, error instanceof Error ? error.message : 'An unknown error occurred'));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host ?? '127.0.0.1'}:${port}`,
    behave: (herId, behaviour) => service.mailboxes.behave(herId, behaviourSchema.parse(behaviour)),
    set: (settings) => {
      service.settings = settingsSchema.parse(settings);
    },
    receive: (incoming) => {
      const received = receive(service, incoming, running.instant());
      if ('error' in received) throw new Error(received.error);
      return received;
    },
    release: () => service.mailboxes.release(),
    messages: () => service.mailboxes.all(),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
