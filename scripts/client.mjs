// `npm run client`: writes the web's types of the API from the OpenAPI document of the built API. Run it after a route or schema has changed.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './install.mjs';

await build({ web: false });
const { createApi } = await import('../apps/api/dist/index.js');
const { default: openapiTS, astToString } = await import(pathToFileURL(createRequire(join(root, 'apps/web/package.json')).resolve('openapi-typescript')).href.replace(/index\.cjs$/, 'index.mjs'));

// The document is made from decorators and schemas alone: nothing of what the API stands on is called.
const nothing = {};
const silent = Object.assign(() => undefined, { child: () => silent, levels: { values: {} } });
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal']) silent[level] = () => undefined;
const { app, document } = await createApi({ ledger: nothing, rules: nothing, temporal: nothing, authentication: nothing, publicUrl: 'http://localhost', acceptSynthetic: true }, silent);
const json = JSON.stringify(document);
// Plain JSON: the generator must see what a caller sees.
const types = astToString(await openapiTS(JSON.parse(json), { defaultNonNullable: false }));
const hash = createHash('sha256').update(json).digest('hex');
await writeFile(join(root, 'apps/web/src/client/schema.d.ts'), `// Written by \`npm run client\` from the OpenAPI document ${hash}. Do not edit.\n${types}`);
console.log('apps/web/src/client/schema.d.ts er skrevet.');
await app.close().catch(() => undefined);
process.exit(0);
