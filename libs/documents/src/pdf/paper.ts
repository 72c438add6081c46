import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

type Structure = PDFKit.PDFStructureElement;

const fonts = '@expo-google-fonts/source-sans-3';
const { resolve } = createRequire(import.meta.url);
const fontFiles = { regular: resolve(`${fonts}/400Regular/SourceSans3_400Regular.ttf`), bold: resolve(`${fonts}/600SemiBold/SourceSans3_600SemiBold.ttf`) };
export type Font = keyof typeof fontFiles;

/** Points. A4 lying down: the tables are wide. */
const margins = { top: 48, bottom: 54, left: 42, right: 42 };
const [width, height] = [841.89, 595.28];
const footerSize = 8;
/** At least 7:1 against white (WCAG 2.2 AAA 1.4.6). */
export const inks = { text: '#1f2733', quiet: '#4a5361', line: '#a9b1bd', shade: '#eef1f5' } as const;

export interface Block {
  readonly text: string;
  readonly font: Font;
  readonly size: number;
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/**
 * Tagged paper (PDF/UA-1, ISO 14289-1): what is put on it through `put` stands in the structure tree in that order, and everything else is marked as
 * decoration. Positions are counted from the top; a page is turned before something that would not fit, never within it.
 */
export class Paper {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly root: Structure;
  private readonly chapters: { readonly level: number; readonly outline: PDFKit.PDFOutline }[] = [];
  y = margins.top;

  readonly left = margins.left;
  readonly width = width - margins.left - margins.right;

  /** @param footer stands at the foot of every page, before its number. @param date the file's own, so that the same content gives the same bytes whenever it is made. */
  constructor(title: string, private readonly footer: string, date: Date) {
    const options = { size: [width, height], margin: 0, lang: 'nb-NO', tagged: true, displayTitle: true, bufferPages: true, pdfVersion: '1.7', subset: 'PDF/UA', info: { Title: title, Author: 'Forløp', CreationDate: date } };
    this.pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
    // pdfkit takes part 1 of PDF/UA for part 1 of PDF/A, and would add lists of glyphs that lack some (ISO 14289-1, 7.21.4.2). Only the metadata need the part.
    Object.assign(this.pdf, { subset: '1' });
    for (const [name, file] of Object.entries(fontFiles)) this.pdf.registerFont(name, file);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** What is left of the page, in points. */
  get room(): number {
    return height - margins.bottom - this.y;
  }

  turn(): void {
    this.pdf.addPage();
    this.y = margins.top;
  }

  /** How high a text becomes, in points. */
  heightOf({ text, font, size, width: across }: Block): number {
    return this.pdf.font(font).fontSize(size).heightOfString(text === '' ? ' ' : text, { width: across });
  }

  /** A part of the structure tree: below another, or below the document itself. */
  part(type: string, options: { readonly scope?: 'Column' | 'Row'; readonly title?: string } = {}, parent: Structure = this.root): Structure {
    const part = this.pdf.struct(type, options as PDFKit.Mixins.StructureElementOptions);
    parent.add(part);
    return part;
  }

  /** A text at a height, as the content of a part of the structure tree. */
  put(part: Structure, block: Block, y = this.y): void {
    part.add(this.pdf.struct('Span', {}, () => this.write(block, y)));
  }

  /** What only looks: nothing that a reader who cannot see misses. */
  decorate(draw: (pdf: PDFKit.PDFDocument) => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw(this.pdf);
    this.pdf.endMarkedContent();
  }

  /** A text that stands elsewhere in the structure tree already (a header repeated on the next page). */
  repeat(block: Block, y: number): void {
    this.decorate(() => this.write(block, y));
  }

  /** Puts a heading where we are among the bookmarks, below the one of the level above. */
  bookmark(level: number, title: string): void {
    while ((this.chapters.at(-1)?.level ?? 0) >= level) this.chapters.pop();
    const outline = (this.chapters.at(-1)?.outline ?? this.pdf.outline).addItem(title, { expanded: level === 1 });
    this.chapters.push({ level, outline });
  }

  /** Numbers the pages and closes the file. */
  async finished(): Promise<Buffer> {
    const pieces: Buffer[] = [];
    this.pdf.on('data', (piece: Buffer) => pieces.push(piece));
    const ended = new Promise<void>((done, failed) => this.pdf.once('end', done).once('error', failed));
    this.root.end();
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.pdf.switchToPage(page);
      this.decorate(() => {
        const y = height - margins.bottom + 20;
        this.write({ text: this.footer, font: 'regular', size: footerSize, x: this.left, width: this.width - 90 }, y, inks.quiet);
        this.write({ text: `Side ${page + 1} av ${count}`, font: 'regular', size: footerSize, x: this.left + this.width - 90, width: 90, align: 'right' }, y, inks.quiet);
      });
    }
    this.pdf.end();
    await ended;
    return Buffer.concat(pieces);
  }

  private write({ text, font, size, x, width: across, align = 'left' }: Block, y: number, ink: string = inks.text): void {
    this.pdf.font(font).fontSize(size).fillColor(ink).text(text, x, y, { width: across, align, lineBreak: true });
  }
}
