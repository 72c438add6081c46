import { crc32, deflateRawSync } from 'node:zlib';

/** 1980-01-01 00:00, the first moment that the format knows: the same content gives the same bytes. */
const firstMoment = { time: 0, date: 0x21 };
const version = 20;
const deflated = 8;
const utf8Names = 0x0800;

/** A ZIP archive (APPNOTE.TXT 6.3) of texts, in the order given. For what fits in memory. */
export function zip(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const raw = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name, 'utf8');
    const described = description(raw, packed, title);
    const file = Buffer.concat([signature('\u0003\u0004'), described, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature('\u0001\u0002'), Buffer.from([version, 0]), described, place, title]));
    files.push(file);
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, entries, signature('\u0005\u0006'), end]);
}

const signature = (mark: string): Buffer => Buffer.from(`PK${mark}`, 'latin1');

/** What the file's own header and the directory both say of it. */
function description(raw: Buffer, packed: Buffer, title: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Names, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(firstMoment.time, 6);
  fields.writeUInt16LE(firstMoment.date, 8);
  fields.writeUInt32LE(crc32(raw), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(raw.length, 18);
  fields.writeUInt16LE(title.length, 22);
  return fields;
}
