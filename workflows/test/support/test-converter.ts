import { dataConverter, readKeySet } from '@forlop/crypto';

/**
 * A fixed key, so that the recorded histories can be read by every machine. Not a secret: nothing but synthetic
 * data was ever encrypted with it.
 */
const testKey = Buffer.from('forlop-test-histories-only-32-by').toString('base64');

/** The keys that the histories are under. */
export const testKeys = readKeySet(`test:${testKey}`, 'testnøkkel');

/** Payloads encrypted as in life. */
export const testConverter = dataConverter(testKeys);
