/** Something wrong with what was typed: the field (`field`, or `field-row-column` in rows), and what to do about it. */
export interface ContentProblem {
  readonly field: string;
  readonly text: string;
}
