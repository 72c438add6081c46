// One PostgreSQL and one Temporal for the whole run, started once and only when a stage needs them.
import { forlopSearchAttributes, ServerError, startScratchPostgres, startTemporalDev, temporalTestServerBinary } from '../libs/servers/dist/index.js';

const say = (line) => console.log(line);

/** `start()` gives the environment that integration tests read; servers already named there are used as they are. */
export function testServers(env = process.env) {
  const started = [];
  let starting;
  const keep = (server) => {
    started.push(server);
    return server;
  };
  const database = async () => env.FORLOP_TEST_DATABASE_URL || keep(await startScratchPostgres({ say })).url;
  const temporal = async () =>
    env.FORLOP_TEST_TEMPORAL_ADDRESS ||
    keep(await startTemporalDev({ port: 17_233, uiPort: false, externalAddress: undefined, searchAttributes: forlopSearchAttributes, say })).address;
  const timeSkipping = async () => env.FORLOP_TEST_TIME_SKIPPING_BINARY || temporalTestServerBinary({ say });
  const startAll = async () => {
    const [url, address, binary] = await settled([database(), temporal(), timeSkipping()]);
    return { FORLOP_TEST_DATABASE_URL: url, FORLOP_TEST_TEMPORAL_ADDRESS: address, FORLOP_TEST_TIME_SKIPPING_BINARY: binary };
  };
  return {
    start: () => (starting ??= startAll()),
    stop: async () => {
      await starting?.catch(() => undefined);
      await Promise.all(started.map((server) => server.stop()));
    },
  };
}

/** Waits for all before it fails, so that one that comes up late is stopped too. */
async function settled(promises) {
  const results = await Promise.allSettled(promises);
  const failure = results.find(({ status }) => status === 'rejected');
  if (failure) throw failure.reason instanceof ServerError ? new Error(failure.reason.message) : failure.reason;
  return results.map(({ value }) => value);
}
