import type { ReferralPatient } from '@forlop/contracts';
import { isObject, items, object, objects, text, textOf, type Findings, type Node } from './node.js';
import { MIDDLE_NAME } from './systems.js';

type Name = NonNullable<ReferralPatient['name']>;
type Address = NonNullable<ReferralPatient['address']>;

/** The first of the preferred uses; past ones (`old`) last of all. */
function preferred(nodes: readonly Node[], uses: readonly string[]): Node | undefined {
  const rank = ({ value }: Node) => {
    const use = isObject(value) && typeof value.use === 'string' ? value.use : '';
    const place = uses.indexOf(use);
    return use === 'old' ? uses.length + 1 : place === -1 ? uses.length : place;
  };
  return [...nodes].sort((a, b) => rank(a) - rank(b))[0];
}

function texts(node: Node, name: string, findings: Findings): string[] {
  return items(node, name, findings).flatMap((item) => textOf(item, findings)?.trim() ?? []);
}

/** A name in one piece: the last word is taken as the family name. */
export function nameFromText(whole: string | undefined): Name | undefined {
  const words = (whole ?? '').trim().split(/\s+/).filter((word) => word !== '');
  return words.length === 0 ? undefined : { given: words.slice(0, -1).join(' '), family: words.at(-1) as string };
}

function middleNames(name: Node, findings: Findings): string[] {
  return objects(name, 'extension', findings)
    .filter(({ value }) => isObject(value) && value.url === MIDDLE_NAME)
    .flatMap((extension) => text(extension, 'valueString', findings) ?? []);
}

/** The official name, else the first that is not past. Middle names join the given names, as no-basis has them apart. */
export function readName(person: Node, findings: Findings): Name | undefined {
  const node = preferred(objects(person, 'name', findings), ['official', 'usual']);
  if (!node) {
    return undefined;
  }
  const given = [...texts(node, 'given', findings), ...middleNames(node, findings)].join(' ');
  const family = text(node, 'family', findings)?.trim() ?? '';
  return given || family ? { given, family } : nameFromText(text(node, 'text', findings));
}

/** The name as one text, for a referrer. */
export function readDisplayName(person: Node, findings: Findings): string | undefined {
  const name = readName(person, findings);
  return name && `${name.given} ${name.family}`.trim();
}

/** The home address, else the first that is not past. */
export function readAddress(person: Node, findings: Findings): Address | undefined {
  const node = preferred(objects(person, 'address', findings), ['home']);
  if (!node) {
    return undefined;
  }
  const lines = texts(node, 'line', findings);
  const part = (name: string) => text(node, name, findings)?.trim();
  const [postalCode, city, country] = [part('postalCode'), part('city'), part('country')];
  const address = { ...(lines.length > 0 && { lines }), ...(postalCode && { postalCode }), ...(city && { city }), ...(country && { country }) };
  return Object.keys(address).length > 0 ? address : undefined;
}

/** The mobile phone number, else the first that is not past. */
export function readPhone(person: Node, findings: Findings): string | undefined {
  const phones = objects(person, 'telecom', findings).filter((point) => text(point, 'system', findings) === 'phone');
  const node = preferred(phones, ['mobile', 'home']);
  return node && text(node, 'value', findings)?.trim();
}

/** `meta.security` of a resource, as system|code pairs. */
export function securityLabels(resource: Node, findings: Findings): readonly (readonly [system: string | undefined, code: string | undefined])[] {
  const meta = object(resource, 'meta', findings);
  return meta ? objects(meta, 'security', findings).map((label) => [text(label, 'system', findings), text(label, 'code', findings)]) : [];
}
