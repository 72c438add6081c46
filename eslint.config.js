import tseslint from 'typescript-eslint';

/**
 * Which packages each room may import (DESIGN: dependencies point one way).
 * Everything that is not listed is forbidden; `libs/pathway` knows the calendar and nothing else.
 */
export const mayImport = {
  'libs/calendar': [],
  'libs/pathway': ['calendar'],
  'libs/definitions': ['calendar', 'pathway'],
  'libs/compliance': ['calendar', 'pathway'],
  'libs/contracts': ['calendar', 'pathway', 'compliance'],
  'libs/access': [],
  'libs/documents': ['calendar', 'compliance', 'pathway'],
  'libs/identity': ['access', 'contracts'],
  'libs/config': [],
  'libs/crypto': [],
  'libs/extract': ['calendar', 'compliance', 'contracts', 'definitions', 'pathway'],
  'libs/fhir': ['calendar', 'contracts'],
  'libs/dialogmelding': ['calendar'],
  'libs/messaging': ['contracts', 'crypto', 'dialogmelding', 'reminders', 'workflows'],
  'libs/reminders': ['calendar', 'crypto', 'workflows'],
  'libs/telemetry': [],
  'libs/registries': ['calendar', 'telemetry'],
  'libs/servers': [],
  'libs/temporal': ['crypto'],
  'libs/ledger': ['access', 'calendar', 'pathway', 'compliance', 'definitions', 'contracts', 'crypto', 'registries', 'reminders'],
  'libs/simulator': ['calendar', 'pathway', 'compliance', 'definitions', 'contracts', 'ledger'],
  'libs/forecast': ['calendar'],
  'libs/what-if': ['calendar', 'pathway', 'definitions', 'compliance'],
  workflows: [],
  activities: ['workflows', 'ledger', 'messaging', 'reminders', 'contracts', 'calendar', 'pathway'],
};
const packages = ['access', 'identity', 'calendar', 'pathway', 'compliance', 'definitions', 'contracts', 'config', 'crypto', 'dialogmelding', 'documents', 'extract', 'fhir', 'messaging', 'registries', 'reminders', 'servers', 'telemetry', 'temporal', 'ledger', 'simulator', 'what-if', 'forecast', 'workflows', 'activities', 'api', 'worker', 'courier', 'cli'];
const apps = ['api', 'worker', 'courier', 'cli'];

/** A rule for one room: its forbidden packages, and no reaching into another room's files. */
function room(folder, allowed, more = {}) {
  const self = folder.split('/').pop();
  const forbidden = packages.filter((p) => p !== self && !allowed.includes(p));
  return {
    files: [`${folder}/src/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [...forbidden.map((p) => ({ name: `@forlop/${p}`, message: `${folder} may not depend on ${p} (DESIGN: dependencies point one way).` })), ...(more.paths ?? [])],
          patterns: [
            // A package's simulator is a door of its own.
            { group: ['@forlop/*/*', '!@forlop/*/simulator', '**/libs/**', '**/apps/**'], message: 'Import a package by its name, never its inner files.' },
            ...(more.patterns ?? []),
          ],
        },
      ],
    },
  };
}

const noNode = [{ regex: '^(node:|fs$|path$|crypto$|os$|http)', message: 'Pure code: no Node.' }];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.forlop/**', 'coverage/**', 'test/together/**', 'apps/*/bundle/**', 'apps/web/src/client/schema.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  ...Object.entries(mayImport)
    .filter(([folder]) => !['libs/calendar', 'libs/pathway', 'libs/compliance', 'libs/forecast', 'workflows'].includes(folder))
    .map(([folder, allowed]) => room(folder, allowed)),
  ...['libs/calendar', 'libs/pathway', 'libs/compliance', 'libs/forecast'].map((folder) => room(folder, mayImport[folder], { patterns: noNode })),
  room('workflows', mayImport.workflows, {
    patterns: [...noNode, { regex: '^(@date-fns|date-fns|date-holidays)', message: 'Wrong DST results in the workflow sandbox (DESIGN).' }],
    paths: [{ name: 'temporal-polyfill', message: 'Use temporal-polyfill/implementation: the root import may pick a clock that is not patched.' }],
  }),
  ...apps.map((app) => room(`apps/${app}`, packages.filter((p) => !apps.includes(p)))),
  {
    // The browser knows the API by its document alone: nothing of the server goes into its bundle, and it computes no dates of its own.
    files: ['apps/web/src/**/*.ts', 'apps/web/src/**/*.tsx'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          { group: ['@forlop/*', '**/libs/**', '**/apps/**', 'node:*'], message: 'apps/web speaks to the API through src/client only.' },
          { group: ['date-fns', 'date-fns/*', '@date-fns/*', 'temporal-polyfill*'], message: 'No date arithmetic in the web: ask the API.' },
        ],
      }],
      'no-restricted-syntax': [
        'error',
        { selector: 'CallExpression[callee.property.name=/^(set|setUTC)(Date|Month|FullYear|Hours)$/]', message: 'No date arithmetic in the web: ask the API.' },
        { selector: "JSXText[value=/[A-Za-zÆØÅæøå]/]", message: 'Texts stand in message files.' },
        { selector: "JSXAttribute[name.name=/^(aria-label|title|label|placeholder|alt|heading|description)$/] > Literal[value=/[A-Za-zÆØÅæøå]/]", message: 'Texts stand in message files.' },
      ],
    },
  },
  {
    // The kernel and the workflows have no clock of their own and no chance.
    files: ['libs/calendar/src/**/*.ts', 'libs/pathway/src/**/*.ts', 'libs/compliance/src/**/*.ts', 'libs/forecast/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['process', 'Buffer', 'setTimeout', 'setInterval', 'performance', 'crypto', 'fetch'].map((name) => ({ name, message: 'Pure code.' }))],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The kernel has no clock: take asOf as a parameter.' },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The kernel has no clock: take asOf as a parameter.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The kernel has no chance.' },
      ],
    },
  },
);
