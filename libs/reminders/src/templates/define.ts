import type { Wording } from '@forlop/workflows';
import type { PlacesIn } from './places.js';
import type { Carries, Language, LetterPlace, OpenPlace, PatientPlace, TemplateSet, TemplateVersion } from './types.js';

type PlaceOf<C extends Carries> = C extends 'health' ? OpenPlace | PatientPlace : OpenPlace;
/** The text, where it names allowed places only; else never, so that the compiler points at it. */
type Naming<Text extends string, Allowed extends string> = [PlacesIn<Text>] extends [Allowed] ? Text : never;

interface ItemWords extends TemplateVersion {
  readonly wording: Wording;
  readonly subject: string;
  readonly body: string;
}
interface LetterWords extends TemplateVersion {
  readonly facts: string;
  readonly digestSubject: string;
  readonly single: string;
  readonly digest: string;
}
type CheckedItems<Items extends readonly ItemWords[], C extends Carries> = {
  readonly [I in keyof Items]: Items[I] & { readonly subject: Naming<Items[I]['subject'], PlaceOf<C>>; readonly body: Naming<Items[I]['body'], PlaceOf<C>> };
};
type CheckedLetters<Letters extends readonly LetterWords[], C extends Carries> = {
  readonly [I in keyof Letters]: Letters[I] & {
    readonly facts: Naming<Letters[I]['facts'], PlaceOf<C>>;
    readonly digestSubject: Naming<Letters[I]['digestSubject'], LetterPlace>;
    readonly single: Naming<Letters[I]['single'], LetterPlace>;
    readonly digest: Naming<Letters[I]['digest'], LetterPlace>;
  };
};

/**
 * The templates of one language for channels that carry so much. Texts that name a place they may not name do not
 * compile: those that carry nothing cannot name the patient.
 */
export function defineTemplates<const C extends Carries, const Items extends readonly ItemWords[], const Letters extends readonly LetterWords[]>(
  { language, carries }: { readonly language: Language; readonly carries: C },
  letters: CheckedLetters<Letters, C>,
  items: CheckedItems<Items, C>,
): TemplateSet {
  const own = { language, carries };
  return {
    letters: letters.map((letter) => ({ id: `letter.${carries}.${language}`, ...own, ...letter })),
    items: items.map((item) => ({ id: `${item.wording}.${carries}.${language}`, ...own, ...item })),
  };
}
