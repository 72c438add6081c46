import { useSyncExternalStore } from 'react';

/** The colours of the application. */
export type Colour = 'light' | 'dark';

const remembered = 'forlop-colour';
const system = matchMedia('(prefers-color-scheme: dark)');
/** Paper is white. */
const paper = matchMedia('print');
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  for (const media of [system, paper]) media.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    for (const media of [system, paper]) media.removeEventListener('change', listener);
  };
}

function current(): Colour {
  if (paper.matches) return 'light';
  const chosen = localStorage.getItem(remembered);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
}

/** Light or dark: as chosen here, else as the machine has it; light on paper. */
export function useColour(): { readonly colour: Colour; readonly choose: (colour: Colour) => void } {
  const colour = useSyncExternalStore(subscribe, current);
  const choose = (chosen: Colour): void => {
    localStorage.setItem(remembered, chosen);
    for (const tell of listeners) tell();
  };
  return { colour, choose };
}
