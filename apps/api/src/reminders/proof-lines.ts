import type { ReminderShown } from '@forlop/ledger';

const heading = ['påminnelse', 'forløp', 'plikt', 'formål', 'tekst', 'rolle', 'mottaker', 'tilstand', 'tidspunkt', 'hendelse', 'kanal', 'mal', 'meldings-id', 'kode', 'kvittering', 'hvem'];

/** Each thing that happened with some reminders as a line, under a heading. */
export function proofLines(rows: readonly ReminderShown[]): readonly (readonly (string | null)[])[] {
  const lines = rows.flatMap(({ id, pathwayId, key, purpose, wording, role, receiverName, state, entries }) =>
    entries.map(({ at, what, channel, template, messageId, code, detail, actor }) => [
      id, pathwayId, key, purpose, wording, role, receiverName, state, at, what, channel, template, messageId, code, Object.keys(detail).length === 0 ? null : JSON.stringify(detail), actor,
    ]));
  return [heading, ...lines];
}
