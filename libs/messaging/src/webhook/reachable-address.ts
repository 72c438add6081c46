import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not on the open internet (IANA's special-purpose registries, RFC 6890), and the ways in which IPv6 wraps
 * an IPv4 address. A subscriber's address must not make us ask a machine behind our own walls.
 */
const closed: readonly Network[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  ['::', 96], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['5f00::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
];

type Network = readonly [address: string, length: number];

/** Networks by family: asked together, an IPv4 address would also be looked for among those of IPv6 that wrap all of IPv4. */
class Networks {
  private readonly lists = { ipv4: new BlockList(), ipv6: new BlockList() };

  constructor(networks: readonly Network[]) {
    for (const [address, length] of networks) this.lists[familyOf(address)].addSubnet(address, length, familyOf(address));
  }

  has(address: string): boolean {
    return this.lists[familyOf(address)].check(address, familyOf(address));
  }
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
const closedNetworks = new Networks(closed);

/** The name leads to an address that may not be asked. */
export class AddressNotAllowed extends Error {
  constructor() {
    super('Adressen ligger i et lukket nett.');
    this.name = 'AddressNotAllowed';
  }
}

/** Says which addresses may be asked: the open internet, and the networks (`10.1.0.0/16`) that are said to be. */
export class ReachableAddresses {
  private readonly opened: Networks;

  constructor(networks: readonly string[]) {
    this.opened = new Networks(networks.map((network) => {
      const [address = '', length] = network.split('/');
      return [address, Number(length ?? (familyOf(address) === 'ipv6' ? 128 : 32))];
    }));
  }

  /** Whether an IP address may be asked. One of IPv4 in IPv6's clothes may not, whatever it wraps. */
  allows(address: string): boolean {
    return this.opened.has(address) || !closedNetworks.has(address);
  }

  /**
   * Looks a name up for a connection, so that what is judged is what is connected to: a name that changes its mind between
   * question and connection gains nothing. One closed address among several closes them all.
   */
  readonly lookup = (host: string, options: LookupOptions, done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      if (!addresses.every(({ address }) => this.allows(address))) return done(new AddressNotAllowed(), []);
      const [first] = addresses;
      return options.all === true ? done(null, addresses) : done(null, first?.address ?? '', first?.family);
    });
  };
}
