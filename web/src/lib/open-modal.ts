/**
 * Opens a modal dialog with the focus where the reader goes on: the browser would take the first button. React's own
 * `autoFocus` comes too early, while the dialog is still closed.
 */
export function openModal(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
  dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
}
