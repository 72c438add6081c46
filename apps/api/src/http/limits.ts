import { isIPv6 } from 'node:net';
import { Logger } from '@nestjs/common';
import type { Action } from '@forlop/access';
import type { RateLimits } from '@forlop/config';
import type { NextFunction, Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ApiProblem } from './api-problem.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What a caller does that has a limit of its own beside the one for everything. */
type Deed = Action | 'bundle';

/** Counts requests in this process, and refuses those that are too many. Who comes back after the time that they are told is let in. */
export class Limits {
  private readonly log = new Logger(Limits.name);
  private readonly address: RateLimiterMemory;
  private readonly logIn: RateLimiterMemory;
  private readonly caller: RateLimiterMemory;
  private readonly deeds: Partial<Readonly<Record<Deed, RateLimiterMemory>>>;

  constructor(limits: RateLimits) {
    const limiter = (keyPrefix: string, points: number, duration = MINUTE) => new RateLimiterMemory({ keyPrefix, points, duration });
    this.address = limiter('address', limits.addressPerMinute);
    this.logIn = limiter('log-in', limits.logInPerMinute);
    this.caller = limiter('caller', limits.callerPerMinute);
    this.deeds = {
      'patient.search': limiter('search', limits.searchPerMinute),
      'break-glass.use': limiter('break-glass', limits.breakGlassPerHour, HOUR),
      bundle: limiter('bundle', limits.bundlePerMinute),
    };
  }

  /** Before anybody is known. @throws ApiProblem `too-many-requests`. */
  async assertAddress(address: string | undefined, isLogIn: boolean): Promise<void> {
    const from = networkOf(address ?? '');
    await this.count(this.address, from);
    if (isLogIn) await this.count(this.logIn, from);
  }

  /** When it is known who asks, whatever they then may. @param id the principal's. @throws ApiProblem `too-many-requests`. */
  async assertCaller(id: string, deed: Deed): Promise<void> {
    await this.count(this.caller, id, id);
    const own = this.deeds[deed];
    if (own !== undefined) await this.count(own, id, id);
  }

  private async count(limiter: RateLimiterMemory, key: string, principal?: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      // Once for each time that somebody goes too far: a flood must not become one of the log.
      if (refusal.consumedPoints === limiter.points + 1) this.log.warn(`too many requests (${limiter.keyPrefix}${principal === undefined ? '' : `, ${principal}`})`);
      throw tooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
    }
  }
}

/** Refuses addresses from which too much comes, before anything else is done for them. Whoever asks about the process's health is let through. */
export function limitAddresses(limits: Limits) {
  return (request: Request, _: Response, next: NextFunction): void => {
    const { path, ip } = request;
    if (path.startsWith('/health/')) return next();
    limits.assertAddress(ip, path.startsWith('/auth/')).then(() => next(), next);
  };
}

/** One subscriber of IPv6 has a whole network (/64) of addresses. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':')].slice(0, 4).map((group) => parseInt(group || '0', 16).toString(16)).join(':');
}

function tooMany(seconds: number): ApiProblem {
  const wait = seconds < 120 ? `${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}` : `${Math.ceil(seconds / 60)} minutter`;
  return new ApiProblem('too-many-requests', `Det kommer for mange forespørsler fra deg akkurat nå. Vent ${wait}, og prøv igjen.`, { headers: { 'Retry-After': String(seconds) } });
}
