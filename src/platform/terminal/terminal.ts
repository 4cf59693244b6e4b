/** What a command says: words for a person, one JSON document for a machine, progress bars only on a terminal. */
export interface Terminal {
  readonly json: boolean;
  readonly interactive: boolean;
  /** A line for a person; silent under `--json`. */
  readonly line: (text?: string) => void;
  /** A table for a person, columns aligned; silent under `--json`. */
  readonly table: (headings: readonly string[], rows: readonly (readonly (string | number)[])[]) => void;
  /** A bar on a terminal, plain lines in a pipe, nothing under `--json`. */
  readonly progress: (label: string, total: number) => Progress;
  /** The command's whole answer as one JSON document; silent unless `--json`. */
  readonly document: (value: unknown) => void;
}

export interface Progress {
  readonly advance: (by: number) => void;
  readonly done: (summary?: string) => void;
}
