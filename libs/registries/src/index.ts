export type * from './ports.js';
export { RegistryError, type RegistryErrorCode } from './registry-error.js';
export { byHelseId, byNothing, byPassword, NotLetIn, type AccessToken, type AccessTokens, type TokenRequest } from './http/authorise.js';
export type { Authorise, AuthorisedRequest, RegistryEndpoint } from './http/registry-http.js';
export { persontjenesten, personScope } from './persontjenesten/person-registry.js';
export { fastlegeregisteret } from './fastlegeregisteret/gp-registry.js';
export { addressScope, adresseregisteret } from './adresseregisteret/address-registry.js';
export { changesSince, type RegistryFact } from './watch/changes-since.js';
export { fastlegeOf, isNewer, type FastlegeStatus, type KnownFastlege, type KnownPerson, type RegistryAnswers } from './watch/known.js';
