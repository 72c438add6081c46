import { useSyncExternalStore } from 'react';

const paper = matchMedia('print');

/** @returns what ends the listening. */
export function subscribeToPaper(listener: () => void): () => void {
  paper.addEventListener('change', listener);
  return () => paper.removeEventListener('change', listener);
}

/** Whether the page is being put on paper. */
export const isOnPaper = (): boolean => paper.matches;

export const useOnPaper = (): boolean => useSyncExternalStore(subscribeToPaper, isOnPaper);
