import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/** The languages of the application, the first one when nothing is chosen. */
export const languages = ['nb', 'en'] as const;
export type Language = (typeof languages)[number];

const remembered = 'forlop-language';
const isLanguage = (word: string | null): word is Language => languages.some((language) => language === word);

/** Starts with the language that was chosen last. */
export function startTexts(): void {
  const chosen = localStorage.getItem(remembered);
  void i18next.init({
    lng: isLanguage(chosen) ? chosen : languages[0],
    fallbackLng: languages[0],
    resources: {},
    // React escapes; a slash or colon in a text means nothing.
    interpolation: { escapeValue: false },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
  });
  document.documentElement.lang = i18next.language;
}

/** Called when another language is chosen. */
function onLanguage(call: () => void): () => void {
  i18next.on('languageChanged', call);
  return () => i18next.off('languageChanged', call);
}

const shownLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : languages[0]);

function choose(language: Language): void {
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** The language that is shown, and how to choose another. */
export function useLanguage(): { readonly language: Language; readonly choose: (language: Language) => void } {
  return { language: useSyncExternalStore(onLanguage, shownLanguage), choose };
}

/** What a definition or the API calls something: in English too, where somebody has written it. */
export interface TextIn {
  readonly nb: string;
  readonly en?: string;
}

export const inLanguage = (text: TextIn, language: Language): string => (language === 'en' ? (text.en ?? text.nb) : text.nb);

/** A key as code names it: the forms of a plural (`rows_one`, `rows_other`) are one. */
type KeyOf<Messages> = Messages extends Readonly<Record<infer Name, string>> ? (Name extends `${infer Base}_${'one' | 'other'}` ? Base : Name & string) : never;

/** Gives the text of a key in the language that is chosen; `count` chooses the plural's form. */
export type Text<Messages> = (key: KeyOf<Messages>, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The texts of one folder (`messages.nb.json`, `messages.en.json`; flat keys), as a hook. They are loaded with the folder's own chunk. The function
 * is the same one until another language is chosen. Not `useTranslation` of react-i18next: it copies i18next for each component that uses it, and a
 * list that is scrolled fast has some hundred new ones in a frame.
 * @param name the folder's.
 */
export function textsOf<Messages extends Readonly<Record<string, string>>>(name: string, texts: { readonly nb: Messages; readonly en: Record<keyof Messages, string> }): () => Text<Messages> {
  const made = new Map<Language, Text<Messages>>();
  const textIn = (language: Language): Text<Messages> => {
    const known = made.get(language);
    if (known !== undefined) return known;
    for (const one of languages) i18next.addResourceBundle(one, name, texts[one]);
    const text = i18next.getFixedT(language, name);
    const given: Text<Messages> = (key, values) => text(key, { ...values });
    made.set(language, given);
    return given;
  };
  return () => textIn(useSyncExternalStore(onLanguage, shownLanguage));
}
