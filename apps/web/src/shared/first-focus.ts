/**
 * For `ref`: a dialogue that opens puts the focus here; if it is open already and this came late, the focus comes now, before anybody's key meets the close
 * button. React's own `autoFocus` sets no attribute, and the dialogue, which looks for one, takes its close button.
 */
export function firstFocus(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
  if (element?.closest('dialog[open]')) element.focus();
}
