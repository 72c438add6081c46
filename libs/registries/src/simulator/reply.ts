/** A request as the simulators see it. */
export interface SimRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (status: number, value: unknown): Reply => ({ status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) });

/** An error as RFC 9457 has it, which the REST interfaces use. */
export const problem = (status: number, title: string): Reply => ({ status, type: 'application/problem+json', body: JSON.stringify({ status, title }) });

/** A SOAP 1.2 message. */
export const soap = (status: number, body: string): Reply => ({
  status, type: 'application/soap+xml; charset=utf-8', body: `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>${body}</s:Body></s:Envelope>`,
});
