/** For `ref`: a dialogue that opens puts the focus here. React's own `autoFocus` sets no attribute, and the dialogue, which looks for one, takes its close button. */
export const firstFocus = (element: HTMLElement | null): void => element?.setAttribute('autofocus', '');
