import type { WorklistColumn } from '@forlop/contracts';
import type { WorklistBucket, WorklistRow } from '@forlop/ledger';
import type { Definition } from '@forlop/pathway';

const piles: Readonly<Record<WorklistBucket, string>> = {
  today: 'i dag', atRisk: 'i fare', broken: 'brutt', noNextStep: 'uten neste steg', waitingForOthers: 'venter på andre', findings: 'avvik', quarantine: 'karantene',
};
const statuses: Readonly<Record<string, string>> = {
  'not-started': 'ikke begynt', running: 'løper', warned: 'nærmer seg', 'at-risk': 'i fare', broken: 'brutt', met: 'holdt', 'met-late': 'oppfylt for sent',
  'passed-by-patient': 'passert etter pasientens ønske', closed: 'avsluttet',
};
const modes = { live: 'følges', paused: 'på vent', historical: 'historisk' } as const;

interface Column {
  readonly heading: string;
  readonly cell: (row: WorklistRow, definition: Definition) => string | null;
}

const roleName = (role: string, { roles }: Definition): string => roles[role]?.nb ?? role;
const withPerson = ({ role, person }: { readonly role: string; readonly person: string | null }, definition: Definition): string => (person === null ? roleName(role, definition) : `${roleName(role, definition)} (${person})`);

const columns: Readonly<Record<WorklistColumn, Column>> = {
  name: { heading: 'navn', cell: ({ patient: { name } }) => (name === null ? null : `${name.family}, ${name.given}`) },
  birthYear: { heading: 'fødselsår', cell: ({ patient }) => patient.birthDate?.slice(0, 4) ?? null },
  step: { heading: 'steg', cell: ({ step }, { steps }) => steps.find(({ id }) => id === step)?.title.nb ?? step },
  variant: { heading: 'variant', cell: ({ variant }, { groups }) => (variant === null ? null : (groups.find(({ id }) => id === variant)?.title.nb ?? variant)) },
  deadline: { heading: 'frist', cell: ({ clock }) => clock?.dueOn ?? null },
  rule: { heading: 'regel', cell: ({ clock }) => clock?.clock ?? null },
  status: { heading: 'status', cell: ({ clock }) => (clock === null ? null : (statuses[clock.status] ?? clock.status)) },
  daysLeft: { heading: 'dager igjen', cell: ({ daysLeft }) => (daysLeft === null ? null : daysLeft < 0 ? `${-daysLeft} over` : String(daysLeft)) },
  owner: { heading: 'følger opp', cell: ({ owner }, definition) => withPerson(owner, definition) },
  next: { heading: 'venter på', cell: ({ next }, definition) => (next === null ? null : withPerson(next, definition)) },
  buckets: { heading: 'hvorfor', cell: ({ buckets }) => buckets.map((pile) => piles[pile]).join(', ') },
  fastlege: { heading: 'fastlege', cell: ({ fastlege }) => fastlege },
  unit: { heading: 'enhet', cell: ({ organisation }) => organisation.name },
  receivedOn: { heading: 'mottatt', cell: ({ receivedOn }) => receivedOn },
  lastContactOn: { heading: 'siste kontakt', cell: ({ lastContactOn }) => lastContactOn },
  mode: { heading: 'modus', cell: ({ mode }) => modes[mode] },
};

/** The work list as lines of a file, in words; the first has the headings. */
export function worklistLines(rows: readonly WorklistRow[], wanted: readonly WorklistColumn[], definitionOf: (row: WorklistRow) => Definition): (string | null)[][] {
  return [wanted.map((name) => columns[name].heading), ...rows.map((row) => wanted.map((name) => columns[name].cell(row, definitionOf(row))))];
}
