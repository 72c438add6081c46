import type { Locator, Page } from 'playwright-core';
import { hasFocus, tabTo } from './keyboard.js';

/** How somebody uses a page: all that the tasks ask of whoever does them. */
export interface Hand {
  /** A button or a link. */
  use(wanted: Locator): Promise<void>;
  /** A button or tab that has a key of its own. */
  command(wanted: Locator, key: string): Promise<void>;
  /** Goes to one of several blocks. */
  goTo(block: Locator): Promise<void>;
  /** A tab of a row of tabs. */
  turnTo(tab: Locator): Promise<void>;
  /** A box, or one of several choices. */
  tick(wanted: Locator): Promise<void>;
  /** Writes in a field, in place of what stands there. */
  write(field: Locator, words: string): Promise<void>;
  /** Writes in the browser's own field for a day. @param day `YYYY-MM-DD`. */
  writeDay(field: Locator, day: string): Promise<void>;
  /** Writes in the browser's own field for a time of day. @param time of the morning, `hh:mm`. */
  writeTime(field: Locator, time: string): Promise<void>;
  /** Chooses from a list. @param option what it says, or begins with. */
  choose(list: Locator, option: string): Promise<void>;
}

/** Points and clicks; only words are typed. */
function byMouse(): Hand {
  return {
    use: (wanted) => wanted.click(),
    command: (wanted) => wanted.click(),
    goTo: (block) => block.scrollIntoViewIfNeeded(),
    turnTo: (tab) => tab.click(),
    tick: (wanted) => wanted.check(),
    write: (field, words) => field.fill(words),
    writeDay: (field, day) => field.fill(day),
    writeTime: (field, time) => field.fill(time),
    choose: async (list, option) => void (await list.selectOption({ label: await wholeOf(list, option) })),
  };
}

/** Never points at anything: goes by Tab, arrows and the screens' own keys. */
function byKeyboard(page: Page): Hand {
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const reach = async (wanted: Locator): Promise<void> => {
    await wanted.first().waitFor();
    if (!(await hasFocus(wanted))) await tabTo(page, wanted);
  };
  const replace = async (field: Locator, words: string): Promise<void> => {
    await reach(field);
    await press('Control+A');
    await page.keyboard.type(words);
  };
  return {
    use: async (wanted) => {
      await reach(wanted);
      await press('Enter');
    },
    command: async (wanted, key) => {
      await wanted.first().waitFor();
      await press(key);
    },
    goTo: async (block) => {
      await block.waitFor();
      const blocks = block.locator('xpath=../li');
      await along(block.locator(':focus'), await blocks.count(), () => press('j'));
    },
    turnTo: async (tab) => {
      await tab.waitFor();
      const tabs = page.getByRole('tablist').filter({ has: tab }).getByRole('tab');
      await reach(tabs);
      await along(tab, await tabs.count(), () => press('ArrowRight'));
      await press('Enter');
    },
    tick: async (wanted) => {
      await wanted.waitFor();
      if ((await wanted.getAttribute('type')) !== 'radio') {
        await reach(wanted);
        return press('Space');
      }
      const choices = page.locator(`input[type=radio][name="${await wanted.getAttribute('name')}"]`);
      await reach(choices);
      await along(wanted, await choices.count(), () => press('ArrowDown'));
      if (!(await wanted.isChecked())) await press('Space');
    },
    write: replace,
    writeDay: async (field, day) => {
      await reach(field);
      const [year, month, date] = day.split('-');
      // Which of day and month comes first is the browser's own language.
      for (const digits of [`${date}${month}${year}`, `${month}${date}${year}`]) {
        for (let part = 0; part < 3; part += 1) await press('ArrowLeft');
        await page.keyboard.type(digits);
        if ((await field.inputValue()) === day) return;
      }
      throw new Error(`The field does not take ${day}: ${await field.inputValue()}`);
    },
    writeTime: async (field, time) => {
      await reach(field);
      await page.keyboard.type(time.replace(':', ''));
      // A browser that tells morning from evening asks for that too.
      if ((await field.inputValue()) !== time) await page.keyboard.type('A');
      if ((await field.inputValue()) !== time) throw new Error(`The field does not take ${time}: ${await field.inputValue()}`);
    },
    choose: async (list, option) => {
      await reach(list);
      const wanted = await wholeOf(list, option);
      const options = await list.locator('option').count();
      await press('Home');
      for (let n = 0; n < options && (await list.locator('option:checked').textContent()) !== wanted; n += 1) await press('ArrowDown');
    },
  };
}

/** Moves until the wanted one has the focus. @throws Error when it is not among so many. */
async function along(wanted: Locator, many: number, move: () => Promise<void>): Promise<void> {
  for (let n = 0; n < many && !(await hasFocus(wanted)); n += 1) await move();
  if (!(await hasFocus(wanted))) throw new Error(`Not reached by arrows: ${wanted.toString()}`);
}

/** All that an option says. */
const wholeOf = async (list: Locator, option: string): Promise<string> => (await list.locator('option').filter({ hasText: option }).first().textContent())!;

/**
 * The ways in which each of the main tasks is done, for `describe.each`: both have the same shown to them and hold the same. Each has its colours, so that
 * axe sees every screen of a task in both.
 */
export const ways = [
  { way: 'by mouse', colorScheme: 'light', handOn: byMouse },
  { way: 'by keyboard alone', colorScheme: 'dark', handOn: byKeyboard },
] as const satisfies readonly { readonly way: string; readonly colorScheme: 'light' | 'dark'; readonly handOn: (page: Page) => Hand }[];
