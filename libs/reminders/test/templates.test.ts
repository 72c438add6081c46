import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import fc from 'fast-check';
import {
  carriages, dateInLanguage, defineTemplates, languages, loadTemplates, preview, renderItem, renderLetter, shippedSets, shippedTemplates, TemplateError, wordings,
  type ItemToRender, type OpenFacts, type TemplateSet,
} from '../src/index.js';

const today = osloDate('2026-11-22');
const open: OpenFacts = {
  reference: '5A1C0934', due: osloDate('2026-04-08'), link: 'https://forlop.example/forlop/5a1c', answerLink: null, organisation: 'Sykehuset Fjord',
};
const patient = { dutyTitle: 'Revurdering av CFS/ME', patientName: 'Kari Prøve', personNumber: '01909012345' };
const item = (over: Partial<ItemToRender> = {}): ItemToRender => ({ ...open, wording: 'remind', language: 'nb', carries: 'nothing', ...over }) as ItemToRender;
const render = (what: ItemToRender, on = today) => renderItem(shippedTemplates, what, on);
const everything = languages.flatMap((language) => carriages.flatMap((carries) => wordings.map((wording) => ({ language, carries, wording }))));

describe('the templates that are shipped', () => {
  test.each(everything)('$wording, $carries, $language: subject, reference, link and signature, and no place left open', (what) => {
    const { subject, text, templates } = preview(shippedTemplates, what, today);
    expect(subject.length).toBeGreaterThan(8);
    for (const part of ['5A1C0934', 'https://forlop.example/forlop/5a1c0934', 'Sykehuset Eksempel']) expect(text).toContain(part);
    expect(subject + text).not.toMatch(/[{}]|undefined|null/);
    expect(templates).toContainEqual({ id: `${what.wording}.${what.carries}.${what.language}`, version: 1 });
  });

  test('each wording says something of its own, in each language', () => {
    const texts = everything.map((what) => preview(shippedTemplates, what, today).text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('what carries nothing has no name, number, diagnosis or rule title, whatever it is handed', () => {
    const words = fc.string({ minLength: 4, unit: fc.constantFrom('æ', 'ø', 'å', 'q', 'x', 'z') });
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.constantFrom(...wordings), words, words, words, (language, wording, dutyTitle, patientName, personNumber) => {
        const { subject, content, ...rest } = render({ ...item({ language, wording }), dutyTitle, patientName, personNumber } as unknown as ItemToRender);
        const letter = renderLetter(shippedTemplates, [{ subject, content, ...rest }], { language, carries: 'nothing' }, today);
        for (const secret of [dutyTitle, patientName, personNumber]) expect(subject + content + letter.subject + letter.text).not.toContain(secret);
      }),
    );
    const telling = /diagnos|utmatt|smerte|CFS|kurs|spørreskjema|sykdom|helsehjelp|illness|disease|course|questionnaire/i;
    for (const { language, wording } of everything) {
      const { subject, text } = preview(shippedTemplates, { language, wording, carries: 'nothing' }, today);
      expect(subject + text).not.toMatch(telling);
      expect(subject + text).not.toMatch(/\d{11}/);
    }
  });

  test('what carries health names the patient, and leaves the number out where there is none', () => {
    const text = render(item({ carries: 'health', ...patient })).content;
    expect(text).toContain('Pasient: Kari Prøve\nFødselsnummer: 01909012345');
    expect(render(item({ carries: 'health', ...patient, personNumber: null })).content).not.toContain('Fødselsnummer');
  });
});

describe('a message', () => {
  test('alone has its own subject', () => {
    const letter = renderLetter(shippedTemplates, [render(item())], { language: 'nb', carries: 'nothing' }, today);
    expect(letter).toEqual({
      subject: 'Noe venter på deg i Forløp',
      text: [
        'Hei!', '', 'En oppgave venter på deg.', '', 'Frist: onsdag 8. april 2026', '', 'Referanse: 5A1C0934', 'Se hva det gjelder: https://forlop.example/forlop/5a1c', '',
        'Meldingen inneholder ingen pasientopplysninger. Du må logge inn for å se hva den gjelder.', '', 'Hilsen Sykehuset Fjord', '',
      ].join('\n'),
      templates: [{ id: 'remind.nothing.nb', version: 1 }, { id: 'letter.nothing.nb', version: 1 }],
    });
  });

  test('of several has one greeting, numbers and each organisation once', () => {
    const items = [render(item()), render(item({ reference: 'B', wording: 'escalate' })), render(item({ reference: 'C', organisation: 'Sykehuset Fjell' }))];
    const { subject, text, templates } = renderLetter(shippedTemplates, items, { language: 'nb', carries: 'nothing' }, today);
    expect(subject).toBe('Du har 3 meldinger i Forløp');
    expect(text.match(/Hei!/g)).toHaveLength(1);
    expect(text).toMatch(/^1\. En oppgave venter på deg\.[^]*^2\. En oppgave er ikke gjort[^]*^3\. /m);
    expect(text).toContain('Hilsen Sykehuset Fjord, Sykehuset Fjell');
    expect(templates.map(({ id }) => id)).toEqual(['remind.nothing.nb', 'letter.nothing.nb', 'escalate.nothing.nb']);
    expect(() => renderLetter(shippedTemplates, [], { language: 'nb', carries: 'nothing' }, today)).toThrow(RangeError);
  });

  test('tells the frist where there is one, and never in a withdrawal', () => {
    expect(render(item({ due: null })).content).not.toContain('Frist');
    expect(render(item({ wording: 'withdraw' })).content).not.toContain('Frist');
  });

  test('offers the link that answers where there is one', () => {
    expect(render(item({ answerLink: 'https://forlop.example/svar/t' })).content).toContain('Bekreft at du har fått meldingen: https://forlop.example/svar/t');
  });

  test('cannot be given lines or places by a value', () => {
    const { subject, content } = render(item({ carries: 'health', ...patient, dutyTitle: 'a\r\nBcc: x\u202E {personNumber}', wording: 'remind' }));
    expect(subject).toBe('Påminnelse: a Bcc: x {personNumber}');
    expect(content).toContain('Dette venter på deg: a Bcc: x {personNumber}.');
  });

  test.each([
    ['nb', 'onsdag 8. april 2026'],
    ['nn', 'onsdag 8. april 2026'],
    ['en', 'Wednesday 8 April 2026'],
  ] as const)('%s: %s', (language, text) => expect(dateInLanguage(osloDate('2026-04-08'), language)).toBe(text));

  test('days in nynorsk have their own names', () => {
    expect(dateInLanguage(osloDate('2026-04-07'), 'nn')).toBe('tysdag 7. april 2026');
    expect(dateInLanguage(osloDate('2026-04-12'), 'nn')).toBe('sundag 12. april 2026');
  });
});

describe('loading', () => {
  const [nothingNb, ...others] = shippedSets as [TemplateSet, ...TemplateSet[]];
  const withRemind = (...more: object[]): readonly TemplateSet[] => [
    { ...nothingNb, items: [...nothingNb.items, ...more.map((one) => ({ ...nothingNb.items[0], ...one }))] as TemplateSet['items'] }, ...others,
  ];

  test('a newer version is used from its first day, and the older one before', () => {
    const templates = loadTemplates(withRemind({ version: 2, validFrom: '2027-01-01', subject: 'Nytt' }));
    expect(renderItem(templates, item(), osloDate('2026-12-31')).templates[0]).toEqual({ id: 'remind.nothing.nb', version: 1 });
    expect(renderItem(templates, item(), osloDate('2027-01-01'))).toMatchObject({ subject: 'Nytt', templates: [{ version: 2 }, { version: 1 }] });
    expect(() => renderItem(templates, item(), osloDate('2019-12-31'))).toThrow('Ingen versjon av meldingsmalen remind.nothing.nb gjelder 2019-12-31');
  });

  test.each([
    ['a place that does not exist', { version: 2, validFrom: '2027-01-01', body: 'Hei {navn}' }, '{navn}'],
    ['a place of the patient where nothing is carried', { version: 2, validFrom: '2027-01-01', body: 'Hei {patientName}' }, '{patientName}'],
    ['a bracket alone', { version: 2, validFrom: '2027-01-01', body: 'Frist {due' }, 'klamme'],
    ['a version that is there', { version: 1, validFrom: '2027-01-01' }, 'versjonene'],
    ['a version that skips', { version: 3, validFrom: '2027-01-01' }, 'versjonene'],
    ['a version that is valid from no later day', { version: 2, validFrom: '2020-01-01' }, 'versjonene'],
    ['a day that is none', { version: 2, validFrom: '2027-02-30' }, 'dato'],
    ['a subject on two lines', { version: 2, validFrom: '2027-01-01', subject: 'a\nb' }, 'linje'],
    ['an unknown wording', { wording: 'shout' }, 'wording'],
    ['a field too many', { html: '<b>' }, 'html'],
  ])('%s is refused', (_, change, says) => {
    const load = () => loadTemplates(withRemind(change));
    expect(load).toThrow(TemplateError);
    expect(load).toThrow(says);
  });

  test('a wording that is missing in one language is refused', () => {
    expect(() => loadTemplates([{ ...nothingNb, items: nothingNb.items.slice(1) }, ...others])).toThrow('remind.nothing.nb: malen mangler');
  });

  test('the compiler refuses a place of the patient where nothing is carried, and takes it where health is', () => {
    const item = { version: 1, validFrom: '2027-01-01', wording: 'remind', subject: 'x', body: '{patientName}' } as const;
    expect(defineTemplates({ language: 'nb', carries: 'health' }, [], [item]).items).toHaveLength(1);
    // @ts-expect-error a template that carries nothing cannot name the patient
    expect(defineTemplates({ language: 'nb', carries: 'nothing' }, [], [item]).items).toHaveLength(1);
  });
});
