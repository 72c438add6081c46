import { DefaultLogger } from '@temporalio/worker';

/** Only warnings and errors: webpack's reports are nobody's news. */
export const silentLogger = new DefaultLogger('WARN');
