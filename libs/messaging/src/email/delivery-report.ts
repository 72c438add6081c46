import PostalMime from 'postal-mime';
import { returnHeader } from './email-channel.js';

/** What a mail server tells of one addressee (RFC 3464). */
export interface DeliveryFact {
  /** `failed`: given up. `delayed`: it goes on trying. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), e.g. `5.1.1`. */
  readonly status: string;
}

/** A delivery status notification. */
export interface DeliveryReport {
  readonly facts: readonly DeliveryFact[];
  /** Of the mail that it is about, where its headers came back. */
  readonly messageId: string | null;
  readonly returnToken: string | null;
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** Reads a delivery report; null for any other mail, such as an absence notice or a report that breaks the form. */
export async function readDeliveryReport(raw: Uint8Array): Promise<DeliveryReport | null> {
  // What the parser gives up (parts nested hundreds deep) is no report: asking the sender to come back would change nothing.
  const { attachments } = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => ({ attachments: [] }));
  const status = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (status === undefined) return null;
  const facts = factsIn(textOf(status.content));
  if (facts.length === 0) return null;
  const returned = attachments.find(({ mimeType }) => ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'].includes(mimeType));
  const headers = returned === undefined ? '' : headOf(textOf(returned.content));
  return { facts, messageId: field(headers, 'Message-ID'), returnToken: field(headers, returnHeader) };
}

/** The groups of fields after the first, which tells of the message as a whole; each of the others tells of one addressee. */
function factsIn(text: string): DeliveryFact[] {
  return text.split(/\r?\n(?:[ \t]*\r?\n)+/).flatMap((group) => {
    const action = actions.find((known) => known === field(group, 'Action')?.toLowerCase().split(/[\s(]/)[0]);
    const [status] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field(group, 'Status') ?? '') ?? [];
    return action !== undefined && status !== undefined ? [{ action, status }] : [];
  });
}

function headOf(text: string): string {
  return text.split(/\r?\n\r?\n/, 1)[0] ?? '';
}

/** A header's or field's value on one line; null when it is not there. */
function field(text: string, name: string): string | null {
  const lines = text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const line = lines.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
