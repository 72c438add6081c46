import { describe, expect, test } from '@jest/globals';
import { atMostOnceA, viewOf } from '../src/live/changes.js';
import { CommandList, matching } from '../src/shared/commands.js';
import { dayShown } from '../src/shared/day.js';
import { ToastList } from '../src/shared/toast-list.js';

const nothing = (): void => undefined;

describe('changes', () => {
  test.each([['{"view":"pathways"}', 'pathways'], ['{"view":"day"}', 'day'], ['{"view":"noe nytt"}', null], ['null', null], ['{', null]])('%s is %s', (data, view) => expect(viewOf(data)).toBe(view));

  test('are told at once, and then once after the pause, however many come', () => {
    const waiting: (() => void)[] = [];
    let calls = 0;
    const tell = atMostOnceA(1_000, () => (calls += 1), (work) => waiting.push(work));
    for (let n = 0; n < 10; n += 1) tell();
    expect(calls).toBe(1);
    waiting.shift()!();
    expect(calls).toBe(2);
    waiting.shift()!();
    expect([calls, waiting.length]).toEqual([2, 0]);
    tell();
    expect(calls).toBe(3);
  });
});

describe('commands', () => {
  test("a screen's key goes before the shell's, and is gone with the screen", () => {
    const list = new CommandList();
    list.add([{ id: 'shell', title: 'Arbeidsliste', key: 'a', run: nothing }]);
    const leave = list.add([{ id: 'screen', title: 'Avslå', key: 'a', run: nothing }]);
    expect(list.byKey('a')?.id).toBe('screen');
    leave();
    expect([list.byKey('a')?.id, list.list().length]).toEqual(['shell', 1]);
  });

  test.each([['', ['Brutte frister', 'Frister i fare']], ['frist BRU', ['Brutte frister']], ['xyz', []]])('«%s» finds %j', (typed, titles) => {
    const list = ['Brutte frister', 'Frister i fare'].map((title) => ({ id: title, title, run: nothing }));
    expect(matching(list, typed).map(({ title }) => title)).toEqual(titles);
  });
});

test.each([['2026-03-29', 'nb', '29. mars 2026'], ['2026-01-01', 'en', '1 Jan 2026']] as const)('the day %s in %s is %s', (day, language, shown) => expect(dayShown(day, language)).toBe(shown));

test('at most three messages are shown, and one is closed without the others', () => {
  const list = new ToastList();
  for (const sentence of ['1', '2', '3', '4']) list.add(sentence);
  expect(list.list().map(({ sentence }) => sentence)).toEqual(['2', '3', '4']);
  list.remove(list.list()[1]!.id);
  expect(list.list().map(({ sentence }) => sentence)).toEqual(['2', '4']);
});
