import { randomUUID } from 'node:crypto';
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

/** An answer of a measured endpoint. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  /** Milliseconds from the call until the whole answer was read. */
  readonly milliseconds: number;
}

const answersWithinMs = 60_000;

/** Speaks JSON over kept connections, and measures. Only to this machine. */
export class ApiClient {
  private readonly agent: Agent;

  /**
   * @param authorization the header of each call; null where nobody asks for one.
   * @param connections at most; a call beyond them waits, and the wait counts.
   */
  constructor(
    private readonly url: string,
    private readonly authorization: (() => string) | null,
    connections = 64,
  ) {
    if (new URL(url).hostname !== '127.0.0.1') throw new Error('Benches only load this machine.');
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Every call has an Idempotency-Key of its own, as a browser's would. */
  post(path: string, body: object): Promise<Answered> {
    const text = JSON.stringify(body);
    return this.send('POST', path, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'idempotency-key': randomUUID() }, text);
  }

  /** Reads. */
  get(path: string): Promise<Answered> {
    return this.send('GET', path, {}, '');
  }

  private send(method: string, path: string, more: OutgoingHttpHeaders, text: string): Promise<Answered> {
    const headers = { ...more, ...(this.authorization !== null && { authorization: this.authorization() }) };
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const call = request(this.url + path, { method, agent: this.agent, headers, timeout: answersWithinMs }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8'), milliseconds: performance.now() - startedAt }));
      });
      call.once('timeout', () => call.destroy(new Error(`No answer within ${answersWithinMs} ms.`)));
      call.once('error', reject);
      call.end(text);
    });
  }

  /** As `post`, where anything but success ends the bench. */
  async expectPost(path: string, body: object): Promise<Answered> {
    const answered = await this.post(path, body);
    if (answered.status < 200 || answered.status > 299) throw new Error(`POST ${path} answered ${answered.status}: ${answered.body}`);
    return answered;
  }

  close(): void {
    this.agent.destroy();
  }
}
