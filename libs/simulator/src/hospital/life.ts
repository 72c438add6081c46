import { addDays, calendarById, isWorkingDay, maxDate, type OsloDate } from '@forlop/calendar';
import type { Data, Step } from '../scenario/scenario.js';
import type { Random } from './random.js';

const calendar = calendarById('norge');

/**
 * Writes one patient's story from the referral on. A cursor stands at the day that the story has come to; `after` moves it
 * to a working day further on. The story is written as far as the one who writes it wants, and `upTo` cuts it where life
 * has come to.
 */
export class Life {
  private readonly written: Step[] = [];
  private recorded: OsloDate;

  constructor(
    readonly random: Random,
    readonly start: OsloDate,
    /** Nothing later than this day is asked for; loops of follow-up end there. */
    readonly today: OsloDate,
    private cursor: OsloDate = start,
  ) {
    this.recorded = start;
  }

  /** The day that the story has come to. */
  get now(): OsloDate {
    return this.cursor;
  }

  get isOver(): boolean {
    return this.cursor > this.today;
  }

  /** Lets between `least` and `most` calendar days pass, and then comes to a working day. */
  after(least: number, most = least): this {
    return this.on(this.inDays(least, most));
  }

  /** The day some calendar days from now. */
  inDays(least: number, most: number): OsloDate {
    return addDays(this.cursor, this.random.between(least, most));
  }

  /** The day itself or the first working day after it. */
  workingDayFrom(day: OsloDate): OsloDate {
    return isWorkingDay(calendar, day) ? day : this.workingDayFrom(addDays(day, 1));
  }

  /** Comes to a day, or to the first working day after it. The story never goes back. */
  on(day: OsloDate): this {
    this.cursor = this.workingDayFrom(maxDate(day, this.cursor));
    return this;
  }

  /** A person's choice, by the command's id. @returns the step's id. */
  choose(command: string, data: Data = {}, text?: string): string {
    return this.write({ do: 'command', command, data, ...(text !== undefined && { text }) }, this.cursor, 0);
  }

  /** Something that happened, registered `late` calendar days after. @returns the step's id. */
  happen(type: string, data: Data = {}, late = 0): string {
    return this.write({ do: 'fact', type, data }, this.cursor, late);
  }

  /** Gives an earlier step another day and content. */
  correct(step: string, type: string, on: OsloDate, data: Data = {}): void {
    this.write({ do: 'fact', type, data, corrects: step, text: 'Feil dato ble registrert.' }, on, 0);
  }

  /** Whether a person has chosen this at some time in the story. */
  hasDone(command: string): boolean {
    return this.written.some(({ act }) => act.do === 'command' && act.command === command);
  }

  /** Whether a person has chosen this with that value in one of its fields. */
  hasChosen(command: string, field: string, value: string): boolean {
    return this.written.some(({ act }) => act.do === 'command' && act.command === command && act.data[field] === value);
  }

  /** What was registered until a day, that day included. */
  upTo(day: OsloDate): readonly Step[] {
    return this.written.filter(({ recordedOn }) => recordedOn <= day);
  }

  /** Says that something never happened. */
  retract(step: string, why: string): void {
    this.write({ do: 'retract', retracts: step, text: why }, this.cursor, 0);
  }

  /** Finds that what is in quarantine was no referral. */
  discard(why: string): void {
    this.write({ do: 'discard', text: why }, this.cursor, 0);
  }

  /** Steps are registered in the order in which they are written, so what follows something late is registered after it. */
  private write(act: Step['act'], on: OsloDate, late: number): string {
    this.recorded = maxDate(this.recorded, addDays(maxDate(on, this.cursor), late));
    const id = `steg-${this.written.length + 1}`;
    this.written.push({ id, on, recordedOn: this.recorded, act });
    return id;
  }
}
