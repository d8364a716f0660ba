/** What the buttons of a row do. */
export type RowActions = {
  run: (command: () => Promise<unknown>) => void;
  onDelete: (id: string) => void;
  onResend: (id: string) => void;
};
