import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { RegistryName } from '../ports.js';
import { adresseregisteretReply } from './adresseregisteret-simulator.js';
import { Behaviours } from './behaviour.js';
import { controlReply } from './control.js';
import { fastlegeregisteretReply } from './fastlegeregisteret-simulator.js';
import { persontjenestenReply } from './persontjenesten-simulator.js';
import { problem, type Reply, type SimRequest } from './reply.js';
import { Town } from './town.js';

export interface RegistrySimulatorOptions {
  /** 0: any free port. Only this machine can reach it. */
  readonly port?: number;
  /** The same seed gives the same town. */
  readonly seed?: string;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
  /** Without an `Authorization` header the answer is 401. Default false. */
  readonly requireAuthorisation?: boolean;
  /** Whether a request may come in at a registry: true, false, or the nonce that its proof lacks. Default: every one that shows something. */
  readonly accepts?: (registry: RegistryName, request: ShownAccess) => Promise<boolean | string>;
}

/** What a request lets itself in by. */
export interface ShownAccess {
  readonly authorization: string;
  readonly dpop: string | null;
  readonly method: string;
  /** The whole address. */
  readonly url: string;
}

/** The three registries as one server on this machine: synthetic people only. */
export interface RegistrySimulator {
  readonly town: Town;
  readonly behaviours: Behaviours;
  readonly urls: Readonly<Record<RegistryName, string>>;
  close(): Promise<void>;
}

const largestBody = 100_000;

/** Starts it. @throws when the port is taken, or in production. */
export async function startRegistrySimulator({ port = 0, seed = 'forlop', now = () => new Date(), requireAuthorisation = false, accepts = async () => true }: RegistrySimulatorOptions = {}): Promise<RegistrySimulator> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('Simulatoren av registrene kjører ikke i produksjon.');
  const today = (): OsloDate => osloDateOf(now().getTime());
  const town = new Town(seed, today);
  const behaviours = new Behaviours();
  const stopping = new AbortController();
  const registries: Readonly<Record<RegistryName, (request: SimRequest) => Reply | undefined>> = {
    persontjenesten: (request) => persontjenestenReply(town, request),
    fastlegeregisteret: (request) => fastlegeregisteretReply(town, request, today()),
    adresseregisteret: (request) => adresseregisteretReply(town, request),
  };
  const refusal = async (name: RegistryName, shown: ShownAccess | null): Promise<Reply | null> => {
    if (!requireAuthorisation) return null;
    const isIn = shown !== null && (await accepts(name, shown));
    if (isIn === true) return null;
    const challenge = isIn === false ? { 'www-authenticate': 'DPoP error="invalid_token"' } : { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': isIn };
    return { ...problem(401, 'Unauthorized'), headers: challenge };
  };
  const replyTo = async (request: SimRequest, shown: ShownAccess | null): Promise<Reply> => {
    const control = controlReply(town, behaviours, request);
    if (control !== undefined) return control;
    for (const name of Object.keys(registries) as RegistryName[]) {
      const reply = registries[name](request);
      if (reply !== undefined) return behaviours.through(name, (await refusal(name, shown)) ?? reply, stopping.signal);
    }
    return problem(404, 'Not found');
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing, replyTo));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    town,
    behaviours,
    urls: { persontjenesten: url, fastlegeregisteret: `${url}/v2/flr`, adresseregisteret: url },
    close: () => {
      stopping.abort();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, replyTo: (request: SimRequest, shown: ShownAccess | null) => Promise<Reply>): Promise<void> {
  let reply: Reply;
  try {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
    reply = await replyTo({ method: incoming.method ?? 'GET', path: pathname, query: searchParams, body: await bodyOf(incoming) }, shownBy(incoming));
  } catch (error) {
    reply = problem(500, error instanceof Error ? error.message : 'Unknown');
  }
  outgoing.writeHead(reply.status, { 'content-type': reply.type, ...reply.headers }).end(reply.body);
}

function shownBy({ headers, method = 'GET', url = '/' }: IncomingMessage): ShownAccess | null {
  const { authorization, host, dpop } = headers;
  return authorization === undefined ? null : { authorization, dpop: typeof dpop === 'string' ? dpop : null, method, url: `http://${host}${url}` };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Error('Too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
