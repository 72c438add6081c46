// CommonJS, because the SDK loads it with require() and bundles it into the workflow sandbox.
const { DefaultFailureConverter } = require('@temporalio/common'); // eslint-disable-line @typescript-eslint/no-require-imports

/** Moves a failure's message and stack trace into a payload, which the codec encrypts: they may quote data. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
