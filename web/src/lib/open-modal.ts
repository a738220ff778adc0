/**
 * Opens a modal dialog with the focus where the reader goes on: the browser would take the first button. React's own
 * `autoFocus` comes too early, while the dialog is still closed.
 *
 * @returns closes it, with the focus back where it was: the browser does that only while the dialog is still there
 */
export function openModal(dialog: HTMLDialogElement | null): () => void {
  const before = document.activeElement;
  dialog?.showModal();
  dialog?.addEventListener('keydown', keepForList, { capture: true });
  dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
  return () => {
    dialog?.close();
    const isNowhere = document.activeElement === document.body;
    if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

/** Escape in an open list closes the list, not the dialog around it with all that was typed. */
function keepForList(event: KeyboardEvent): void {
  const dialog = event.currentTarget as HTMLElement;
  const list = dialog.querySelector('[role="combobox"][aria-expanded="true"]');
  if (event.key === 'Escape' && list) event.preventDefault();
}
