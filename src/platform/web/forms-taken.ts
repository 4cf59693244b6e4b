/** What became of a form that was sent. */
export interface FormEnd {
  /** `false`: something was wrong with it, and nothing was done. */
  readonly done: boolean;
  /** Path of the page that it led to. */
  readonly ledTo: string | null;
}

/** Whether a form may be taken now, and if not, what became of it when it was sent before. */
export type Taking =
  | {
      readonly kind: 'taken';
      /** Counted from 1: a form that did nothing may be sent again. */ readonly attempt: number;
    }
  | { readonly kind: 'already done'; readonly ledTo: string | null }
  /** Sent before, and not answered yet, or never because the program was ended meanwhile. */
  | { readonly kind: 'not answered' };

/** Where it is kept which forms were sent, so that none does twice what it does. */
export interface FormsTaken {
  /** Takes a form, in one step: of two that come at the same time one is taken. */
  readonly take: (form: string) => Promise<Taking>;
  /** Says what became of it. */
  readonly end: (form: string, attempt: number, end: FormEnd) => Promise<void>;
}

/** Forms as one process remembers them: for a site without records. */
export function rememberForms(): FormsTaken {
  const attempts = new Map<string, (FormEnd | null)[]>();
  return {
    take: (form) => {
      const before = attempts.get(form) ?? [];
      const last = before.at(-1);
      if (last === null) return Promise.resolve({ kind: 'not answered' });
      if (last?.done === true) return Promise.resolve({ kind: 'already done', ledTo: last.ledTo });
      attempts.set(form, [...before, null]);
      return Promise.resolve({ kind: 'taken', attempt: before.length + 1 });
    },
    end: (form, attempt, end) => {
      attempts.set(form, (attempts.get(form) ?? []).with(attempt - 1, end));
      return Promise.resolve();
    },
  };
}
