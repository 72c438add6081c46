/** Where days lie across the picture, in CSS pixels. The API says which day is where (`axis`). */
export interface Scale {
  readonly x: (day: string) => number;
  readonly dayWidth: number;
}

/** Height of one clock's row, and of the months above them. */
export const rowHeight = 44;
export const top = 34;
/** Where in a row the line lies, how thick it is, and where what was shown lies beneath it. */
export const lineY = 20;
export const lineHeight = 10;
export const shownY = 34;
