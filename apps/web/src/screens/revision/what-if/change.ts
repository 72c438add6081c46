import type { WhatIfInput } from './queries.js';

/** Lengths that a frist can have. */
export const units = ['virkedag', 'dag', 'uke', 'maned', 'ar'] as const;
export type Unit = (typeof units)[number];

/** Another rule as the form holds it; what is empty stays as it is. */
export interface Change {
  /** The definition and its rule, `langvarig-utmattelse FRIST-VURDERING`. */
  readonly clock: string;
  readonly length: string;
  readonly unit: Unit;
  /** The event that it begins with. */
  readonly start: string;
  /** A calendar, `norge-lordag@2026.1`. */
  readonly calendar: string;
  readonly org: string;
  readonly receivedFrom: string;
  readonly receivedTo: string;
  /** In place of clock, length, start and calendar: the change as somebody writes it. */
  readonly written: string;
  readonly isWritten: boolean;
}

export const noChange: Change = { clock: '', length: '', unit: 'uke', start: '', calendar: '', org: '', receivedFrom: '', receivedTo: '', written: '', isWritten: false };

/** What is missing before it can be asked. */
export function missingIn({ clock, length, start, calendar, written, isWritten }: Change): 'clock' | 'length' | 'nothing' | 'written' | null {
  if (isWritten) return written.trim() === '' ? 'written' : null;
  if (length !== '' && !/^[1-9]\d{0,3}$/.test(length)) return 'length';
  if (clock === '' && (length !== '' || start !== '')) return 'clock';
  return length === '' && start === '' && calendar === '' ? 'nothing' : null;
}

/** The question that the API is asked. @param title what the change is called, for whoever reads the answer. */
export function requestOf(change: Change, title: string): WhatIfInput {
  const { org, receivedFrom, receivedTo, isWritten, written } = change;
  return {
    patch: isWritten ? written : patchOf(change, title),
    ...(org !== '' && { org: [org] }),
    ...(receivedFrom !== '' && { receivedFrom }),
    ...(receivedTo !== '' && { receivedTo }),
  };
}

function patchOf({ clock, length, unit, start, calendar }: Change, title: string): Record<string, unknown> {
  const [definition, id] = clock.split(' ');
  const parts = {
    ...(length !== '' && { due: { after: [{ span: { value: Number(length), unit } }] } }),
    ...(start !== '' && { start: [{ event: start }] }),
  };
  return {
    title: title.slice(0, 200),
    ...(definition !== '' && { definition }),
    ...(calendar !== '' && { calendar }),
    ...(id !== undefined && Object.keys(parts).length > 0 && { clocks: { [id]: parts } }),
  };
}
