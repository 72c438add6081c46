import { createHash } from 'node:crypto';

/** What makes a message the same message. */
export interface MessageIdentity {
  readonly pathwayId: string;
  readonly key: string;
  readonly attempt: number;
  readonly purpose: string;
  readonly to: string;
}

/**
 * The Message-ID of one message to one addressee: always the same for the same effect, so that a sending that is
 * repeated after a crash is recognised, and opaque, so that it tells nothing of pathway or addressee.
 * @param domain the sender's domain, the right-hand side (RFC 5322, 3.6.4).
 */
export function messageIdOf({ pathwayId, key, attempt, purpose, to }: MessageIdentity, domain: string): string {
  const hash = createHash('sha256').update(JSON.stringify([pathwayId, key, attempt, purpose, to.toLowerCase()])).digest('hex');
  return `<${hash.slice(0, 40)}@${domain}>`;
}

/** The domain of a sender such as `Forløp <forlop@sykehus.example>`. */
export function domainOf(from: string): string {
  const domain = /@([^@\s>]+)>?\s*$/.exec(from)?.[1];
  if (domain === undefined) throw new Error('Avsenderadressen mangler domene.');
  return domain.toLowerCase();
}
