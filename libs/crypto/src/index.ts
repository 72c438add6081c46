export { CryptoError, type CryptoErrorCode } from './errors.js';
export { decodeKey, generateKey, readKeySet, type KeySet } from './key-set.js';
export { MasterKeys, type KeyService } from './key-service.js';
export { DataKeys, newDataKey, open, seal, type SealContext } from './data-key.js';
export { SearchKey } from './search-key.js';
export { nameWords, searchWords } from './name-words.js';
export { payloadCodec, payloadKeysFromEnv } from './payload-codec.js';
export { dataConverter, failureConverterPath } from './data-converter.js';
