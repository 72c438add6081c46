import { randomUUID } from 'node:crypto';
import type { RegistryHttp } from '../http/registry-http.js';
import { child, descend, escapeXml, parseXml, textOf, type XmlElement } from './xml.js';

/** The namespace of Fastlegeregisteret's contracts. */
export const flrNamespace = 'http://schemas.nhn.no/reg/flr';
const soap = 'http://www.w3.org/2003/05/soap-envelope';
const addressing = 'http://www.w3.org/2005/08/addressing';
/** What WCF calls an operation when nobody has named it otherwise: namespace, contract, operation. */
const actionOf = (operation: string): string => `${flrNamespace}/IFlrReadOperations/${operation}`;

/** What an operation answered, or the fault's own sentence. */
export type SoapAnswer = { readonly result: XmlElement | undefined; readonly asOf: string } | { readonly fault: string; readonly asOf: string };

/** Calls an operation: SOAP 1.2 with WS-Addressing. @throws RegistryError. */
export async function callFlr(http: RegistryHttp, baseUrl: string, operation: string, parameters: string): Promise<SoapAnswer> {
  const raw = await http.ask({
    method: 'POST',
    path: '',
    headers: { 'content-type': `application/soap+xml; charset=utf-8; action="${actionOf(operation)}"` },
    body: envelope(baseUrl, operation, parameters),
  });
  const body = isSoap(raw.text) ? bodyOf(http, raw.text) : undefined;
  const fault = child(body, 'Fault');
  if (fault !== undefined) return { fault: textOf(fault, 'Detail', 'GenericFault', 'Message') ?? textOf(fault, 'Reason', 'Text') ?? '', asOf: raw.asOf };
  http.mustBeOk(raw);
  const response = child(body, `${operation}Response`);
  if (response === undefined) throw http.error('nonsense', `uten ${operation}Response`);
  return { result: child(response, `${operation}Result`), asOf: raw.asOf };
}

const isSoap = (text: string): boolean => text.includes(soap);

function bodyOf(http: RegistryHttp, text: string): XmlElement | undefined {
  try {
    return descend(parseXml(text), 'Body');
  } catch (error) {
    // What the parser says may quote the answer.
    if (error instanceof Error) throw http.error('nonsense', 'ikke XML som kan leses');
    throw error;
  }
}

function envelope(to: string, operation: string, parameters: string): string {
  return [
    `<s:Envelope xmlns:s="${soap}" xmlns:a="${addressing}">`,
    `<s:Header><a:Action s:mustUnderstand="1">${actionOf(operation)}</a:Action><a:MessageID>urn:uuid:${randomUUID()}</a:MessageID>`,
    `<a:ReplyTo><a:Address>${addressing}/anonymous</a:Address></a:ReplyTo><a:To s:mustUnderstand="1">${escapeXml(to)}</a:To></s:Header>`,
    `<s:Body><${operation} xmlns="${flrNamespace}">${parameters}</${operation}></s:Body></s:Envelope>`,
  ].join('');
}
