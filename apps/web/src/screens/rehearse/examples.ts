/** The scenarios of docs/scenarios, the same that the tests play. */
const files = import.meta.glob<string>('../../../../../docs/scenarios/*.yaml', { query: '?raw', import: 'default', eager: true });

/** An example to begin with. */
export interface Example {
  /** The file's name, which stands in the address. */
  readonly id: string;
  readonly title: string;
  readonly scenario: string;
}

const titleOf = (scenario: string): string => /^title: *["']?(.*?)["']?$/m.exec(scenario)?.[1] ?? '';

export const examples: readonly Example[] = Object.entries(files).map(([path, scenario]) => ({ id: path.replace(/^.*\/|\.yaml$/g, ''), title: titleOf(scenario), scenario }));
