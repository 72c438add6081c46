import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { ExtractError } from './row.js';

/** An archive that is read part by part (APPNOTE.TXT 6.3, without encryption and ZIP64). */
export interface Zip {
  has(part: string): boolean;
  /** A part's text, UTF-8, unpacked piece by piece. @throws ExtractError. */
  text(part: string): AsyncGenerator<string>;
  close(): Promise<void>;
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 65_535;
const zip64Mark = 0xffffffff;
const stored = 0;
const deflated = 8;
/** A part that grows more than this when unpacked is a trap, not a spreadsheet. */
const mostGrowth = 2_000;

/** Opens an archive. @throws ExtractError when it is none. */
export async function openZip(path: string): Promise<Zip> {
  const file = await open(path, 'r');
  try {
    const entries = await directoryOf(file);
    return { has: (part) => entries.has(part), text: (part) => partText(file, path, part, entries.get(part)), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function directoryOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - endLength - longestComment), size);
  let end = tail.length - endLength;
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw notZip();
  const count = tail.readUInt16LE(end + 10);
  const [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (offset === zip64Mark) throw new ExtractError('Arbeidsboken er for stor (ZIP64). Lagre uttrekket som CSV.');
  const directory = await bytesAt(file, offset, offset + length);
  const entries = new Map<string, Entry>();
  for (let at = 0, nth = 0; nth < count; nth += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature) throw notZip();
    const name = directory.readUInt16LE(at + 28);
    entries.set(directory.toString('utf8', at + 46, at + 46 + name), {
      method: directory.readUInt16LE(at + 10), packed: directory.readUInt32LE(at + 20), unpacked: directory.readUInt32LE(at + 24), offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function* partText(file: FileHandle, path: string, part: string, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined) throw new ExtractError(`Arbeidsboken mangler delen ${part}.`);
  if (entry.unpacked > mostGrowth * Math.max(entry.packed, 1)) throw new ExtractError('Arbeidsboken kan ikke leses: en del av den er pakket på en måte som ikke er vanlig.');
  const header = await bytesAt(file, entry.offset, entry.offset + 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw notZip();
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = createReadStream(path, { start, end: start + Math.max(entry.packed, 1) - 1 });
  if (entry.method !== stored && entry.method !== deflated) throw new ExtractError('Arbeidsboken er pakket eller kryptert på en måte som ikke kan leses. Lagre den på nytt i Excel uten passord.');
  const decoder = new TextDecoder('utf-8');
  const unpacked = entry.method === stored ? packed : packed.pipe(createInflateRaw());
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) yield decoder.decode(piece, { stream: true });
  } catch (error) {
    throw new ExtractError(`Delen ${part} i arbeidsboken er skadet.`, { cause: error });
  } finally {
    packed.destroy();
  }
  yield decoder.decode();
}

async function bytesAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, to - from));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
  return buffer.subarray(0, bytesRead);
}

const notZip = (): ExtractError => new ExtractError('Filen er ikke en XLSX-arbeidsbok, eller den er skadet.');
