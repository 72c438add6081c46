import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';

/** What the lines of a large extract are meant to come to. */
export interface Meant {
  readonly lines: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly bytes: number;
}

/** Every so many lines tell of one and the same referral: the worst that a part can be given. */
const crowd = 10;
/** The others in turn: a day that is not, a code that nobody has, a number with wrong check digits, a person who is missing. */
const faults: readonly ((cells: string[]) => void)[] = [
  (cells) => void (cells[5] = '31.02.2025'),
  (cells) => void (cells[9] = '87'),
  (cells) => void (cells[3] = '15848501111'),
  (cells) => void (cells[3] = ''),
];

/**
 * Writes an extract of so many bytes of which nearly nothing can be used: it begins with `seed`, a small extract that is right, and goes on with lines of it that are
 * wrong under keys of their own, lines that were there before, and one referral that has a tenth of the file.
 */
export async function writeLargeExtract(path: string, seed: string, bytes: number): Promise<Meant> {
  const [header, ...right] = readFileSync(seed, 'utf8').trimEnd().split('\n') as [string, ...string[]];
  const file = createWriteStream(path);
  // Only of one that was assessed is the code of the answer read.
  const receipts = right.map((line) => line.split(';')).filter((cells) => cells[0] === 'H' && cells[8] !== '');
  const put = async (lines: readonly string[]): Promise<void> => {
    const text = lines.map((line) => `${line}\n`).join('');
    written += Buffer.byteLength(text);
    if (!file.write(text)) await once(file, 'drain');
  };
  let [written, lines, refused, duplicates] = [0, right.length, 0, 0];
  await put([header, ...right]);
  for (let nth = 0; written < bytes; ) {
    const batch: string[] = [];
    for (const end = nth + 10_000; nth < end; nth += 1) {
      const cells = [...receipts[nth % receipts.length]!];
      if (nth % crowd === 0) {
        // The same person's contacts, each with an id of its own, and no line that tells of the receipt.
        batch.push(`K;STOR-1;K-${nth};${receipts[0]![3]};${receipts[0]![4]};;;;;;;;;;;;;;01.04.2025;1;;Lege`);
        refused += 1;
      } else if (nth % 3 === 0) {
        batch.push(right[nth % right.length]!);
        duplicates += 1;
      } else {
        cells[1] = `FEIL-${nth}`;
        faults[nth % faults.length]!(cells);
        batch.push(cells.join(';'));
        refused += 1;
      }
      lines += 1;
    }
    await put(batch);
  }
  file.end();
  await once(file, 'close');
  return { lines, refused, duplicates, bytes: written };
}
