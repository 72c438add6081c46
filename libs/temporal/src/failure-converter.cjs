// CommonJS, because the SDK loads it with require(), in workers and inside the workflow bundle alike.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { DefaultFailureConverter } = require('@temporalio/common');

/** Messages and stack traces of failures may tell more than they should: they are encrypted like every payload. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
