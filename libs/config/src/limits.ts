import * as field from './fields.js';

/** How many requests are let through, by whom and to what. One process of the API counts for itself. */
export interface RateLimits {
  /** From one address in a minute, before anybody is logged in. A hospital may come from one address, so it is wide. */
  readonly addressPerMinute: number;
  /** To `/auth/…` from one address in a minute. */
  readonly logInPerMinute: number;
  /** By one person or system in a minute, whatever they do. */
  readonly callerPerMinute: number;
  /** Searches for patients by one person in a minute: enough to work with, too few to try numbers. */
  readonly searchPerMinute: number;
  /** Uses of break-glass by one person in an hour. */
  readonly breakGlassPerHour: number;
  /** FHIR bundles from one system in a minute: each may hold many referrals. */
  readonly bundlePerMinute: number;
}

export const standardLimits: RateLimits = { addressPerMinute: 6_000, logInPerMinute: 300, callerPerMinute: 1_200, searchPerMinute: 60, breakGlassPerHour: 20, bundlePerMinute: 60 };

const most = 10_000_000;

export const limitFields = {
  FORLOP_LIMIT_ADDRESS: field.wholeNumber(standardLimits.addressPerMinute, 1, most),
  FORLOP_LIMIT_LOGIN: field.wholeNumber(standardLimits.logInPerMinute, 1, most),
  FORLOP_LIMIT_CALLER: field.wholeNumber(standardLimits.callerPerMinute, 1, most),
  FORLOP_LIMIT_SEARCH: field.wholeNumber(standardLimits.searchPerMinute, 1, most),
  FORLOP_LIMIT_BREAK_GLASS: field.wholeNumber(standardLimits.breakGlassPerHour, 1, most),
  FORLOP_LIMIT_BUNDLE: field.wholeNumber(standardLimits.bundlePerMinute, 1, most),
  FORLOP_TRUSTED_PROXIES: field.networks,
};

/** The limits as they were read. */
export const limitsOf = (read: Readonly<Record<Exclude<keyof typeof limitFields, 'FORLOP_TRUSTED_PROXIES'>, number>>): RateLimits => ({
  addressPerMinute: read.FORLOP_LIMIT_ADDRESS,
  logInPerMinute: read.FORLOP_LIMIT_LOGIN,
  callerPerMinute: read.FORLOP_LIMIT_CALLER,
  searchPerMinute: read.FORLOP_LIMIT_SEARCH,
  breakGlassPerHour: read.FORLOP_LIMIT_BREAK_GLASS,
  bundlePerMinute: read.FORLOP_LIMIT_BUNDLE,
});
