// Pictures of every screen, for the README: `npm start -- --demo` in one terminal, `npm run screens` in another.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './install.mjs';

const base = process.env.FORLOP_API ?? 'http://localhost:3000';
const folder = join(root, 'docs', 'screens');

/** File, who looks, and where; `{patient}` is the first of the work list. */
const screens = [
  ['arbeidsliste', 'koordinator', '/'],
  ['arbeidsliste-mork', 'koordinator', '/', { colorScheme: 'dark' }],
  ['arbeidsliste-smal', 'koordinator', '/', { viewport: { width: 320, height: 700 } }],
  ['pasient', 'koordinator', '/pasient/{patient}'],
  ['pasient-registrer', 'koordinator', '/pasient/{patient}?fane=gjor'],
  ['pasient-hendelser', 'koordinator', '/pasient/{patient}?fane=hendelser'],
  ['pasient-deltakere', 'koordinator', '/pasient/{patient}?fane=deltakere'],
  ['pasient-moter', 'koordinator', '/pasient/{patient}?fane=moter'],
  ['pasient-paminnelser', 'koordinator', '/pasient/{patient}?fane=paminnelser'],
  ['pasient-notater', 'koordinator', '/pasient/{patient}?fane=notater'],
  ['pasient-planer', 'koordinator', '/pasient/{patient}?fane=planer'],
  ['pasient-kurs', 'koordinator', '/pasient/{patient}?fane=lms'],
  ['pasient-timer', 'koordinator', '/pasient/{patient}?fane=timer'],
  ['pasient-innsyn', 'koordinator', '/pasient/{patient}?fane=innsyn'],
  ['pasient-regler', 'koordinator', '/pasient/{patient}?fane=regler'],
  ['henvisninger', 'koordinator', '/henvisninger'],
  ['avvik', 'koordinator', '/avvik'],
  ['kapasitet', 'koordinator', '/kapasitet'],
  ['kurs', 'koordinator', '/kurs'],
  ['forlopskart', 'koordinator', '/forlopskart'],
  ['ov', 'koordinator', '/ov'],
  ['revisjon', 'revisor', '/revisjon?forlop=langvarig-utmattelse&frist=FRIST-VURDERING'],
  ['revisjon-kurver', 'revisor', '/revisjon?fane=kurver&forlop=langvarig-utmattelse&frist=FRIST-INDIVIDUELL'],
  ['revisjon-kvalitet', 'revisor', '/revisjon?fane=kvalitet&forvrenger=any'],
  ['revisjon-hva-om', 'revisor', '/revisjon?fane=hva-om&forlop=langvarig-utmattelse&frist=FRIST-START-VOKSEN-12U'],
  ['revisjon-prognose', 'revisor', '/revisjon?fane=prognose'],
  ['revisjon-faste', 'revisor', '/revisjon?fane=faste'],
  ['revisjon-nodtilgang', 'revisor', '/revisjon?fane=nodtilgang'],
  ['revisjon-skjult', 'fagråd', '/revisjon'],
  ['hjelp', 'koordinator', '/hjelp'],
  ['mine-pasienter', 'fastlege', '/mine-pasienter'],
  ['administrasjon', 'administrator', '/administrasjon'],
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
mkdirSync(folder, { recursive: true });
let patient;
for (const [name, who, path, options = {}] of screens) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nb-NO', ...options });
  const page = await context.newPage();
  await page.goto(`${base}/auth/login?til=/`);
  await page.getByRole('button', { name: new RegExp(who, 'i') }).first().click();
  await page.getByRole('navigation').first().waitFor();
  if (patient === undefined) {
    const link = page.locator('a[href^="/pasient/"]').first();
    await link.waitFor();
    patient = (await link.getAttribute('href')).split('/').at(-1);
  }
  await page.goto(base + path.replace('{patient}', patient));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/screens/${name}.png`);
  await context.close();
}
await browser.close();
