import type { Identity, Principal } from '@forlop/access';
import type { Ledger } from '@forlop/ledger';

interface Known {
  readonly principal: Promise<Principal>;
  readonly until: number;
}

/**
 * Remembers for a short while what the house knows of an identity, so that a page of ten requests looks it up once. A role
 * that is withdrawn is gone after that while at the latest.
 */
export class KnownPrincipals {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly ledger: Pick<Ledger, 'principalOf'>,
    private readonly keepMs = 15_000,
    private readonly most = 5_000,
  ) {}

  of(identity: Identity): Promise<Principal> {
    const key = JSON.stringify([identity.issuer, identity.subject, identity.clientId, identity.organisation, identity.scopes, identity.hprNumber]);
    const found = this.known.get(key);
    if (found !== undefined && found.until > Date.now()) return found.principal;
    const principal = this.ledger.principalOf(identity);
    this.remember(key, principal);
    return principal;
  }

  private remember(key: string, principal: Promise<Principal>): void {
    this.known.delete(key);
    this.known.set(key, { principal, until: Date.now() + this.keepMs });
    if (this.known.size > this.most) this.known.delete(this.known.keys().next().value!);
    // What failed is asked again by the next.
    principal.catch(() => this.known.delete(key));
  }
}
