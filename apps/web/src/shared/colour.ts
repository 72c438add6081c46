import { useSyncExternalStore } from 'react';
import { isOnPaper, subscribeToPaper } from './paper.js';

/** The colours of the application. */
export type Colour = 'light' | 'dark';

const remembered = 'forlop-colour';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system.addEventListener('change', listener);
  const endPaper = subscribeToPaper(listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
    endPaper();
  };
}

function current(): Colour {
  if (isOnPaper()) return 'light';
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
