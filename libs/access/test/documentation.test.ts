import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { actions, policy, roles, roleTitles, systemScopes } from '../src/index.js';

const page = readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8');

/** Rows of the table under a heading, each as its cells; without the head. */
function tableUnder(heading: string): string[][] {
  const section = page.slice(page.indexOf(`${heading}\n`)).split(/\n#{2,3} /)[0]!;
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

describe('docs/access.md', () => {
  test('tells of each role what it is called', () => {
    expect(tableUnder('## Roles').map(([role, title]) => [role, title])).toEqual(roles.map((role) => [`\`${role}\``, roleTitles[role]]));
  });

  test('tells what each role may do, as the policy has it', () => {
    const expected = actions.map((action) => [`\`${action}\``, ...roles.map((role) => policy[role][action] ?? ''), systemScopes[action] === undefined ? '' : `\`${systemScopes[action]}\``]);
    expect(tableUnder('### What each may do')).toEqual(expected);
  });
});
