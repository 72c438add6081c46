import type { Io } from '../io.js';

/** Tells how far it has come at every tenth of the way; short work is not told of. */
export function progressTo(io: Io, total: number): (progress: { readonly read: number }) => void {
  const least = 2_000;
  let told = 0;
  return ({ read }) => {
    const tenths = total === 0 ? 10 : Math.floor((read / total) * 10);
    if (total < least || tenths <= told || tenths >= 10) return;
    told = tenths;
    io.note(`${tenths * 10} %: ${read} av ${total} forløp`);
  };
}
