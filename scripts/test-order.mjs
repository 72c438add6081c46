import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Keeps the order in which files were named on the command line, where Jest would begin with the largest. */
export default class extends Sequencer {
  sort(tests) {
    const place = new Map(process.argv.map((argument, index) => [argument, index]));
    const placeOf = ({ path, context }) => place.get(relative(context.config.rootDir, path)) ?? 0;
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
