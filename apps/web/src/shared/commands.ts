import { useEffect } from 'react';

/** Something that can be done from the keyboard: by name in the palette (Ctrl+K), and by its own key where it has one. */
export interface Command {
  /** Unique, e.g. `worklist.today`. */
  readonly id: string;
  /** As people read it. */
  readonly title: string;
  /** One letter, pressed alone outside of fields; shown in the help («?»). */
  readonly key?: string;
  readonly run: () => void;
}

/** What can be done now: each screen adds its own while it is shown. */
export class CommandList {
  private given = new Map<object, readonly Command[]>();
  private all: readonly Command[] = [];
  private readonly listeners = new Set<() => void>();

  /** @returns what takes them away again. */
  add(commands: readonly Command[]): () => void {
    const owner = {};
    this.given.set(owner, commands);
    this.changed();
    return () => {
      this.given.delete(owner);
      this.changed();
    };
  }

  readonly list = (): readonly Command[] => this.all;

  /** The latest added with this key: a screen's goes before the shell's. */
  byKey(key: string): Command | undefined {
    return this.all.findLast((command) => command.key === key);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private changed(): void {
    this.all = [...this.given.values()].flat();
    for (const listener of this.listeners) listener();
  }
}

export const commands = new CommandList();

/** Adds commands while the component is shown. @param list the same value from render to render (useMemo). */
export function useCommands(list: readonly Command[]): void {
  useEffect(() => commands.add(list), [list]);
}

/** Commands whose title holds every word that was typed. */
export function matching(list: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  return list.filter(({ title }) => words.every((word) => title.toLocaleLowerCase().includes(word)));
}
