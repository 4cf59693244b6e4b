import type { ContactKind } from './contact.ts';

/** A paper that tells of contact, once a step of it was taken: a visit that was held, not one that is planned. */
export interface PaperAsContact {
  readonly kind: ContactKind;
  /** Kind of paper. */
  readonly paper: string;
  /** Any of these steps shows that it took place, on the day the paper is about. */
  readonly steps: readonly string[];
}

/** Which papers tell of contact with a school. A kind of paper that is not here tells of none. */
export const papersAsContact: readonly PaperAsContact[] = [
  { kind: 'visit', paper: 'visit', steps: ['hold', 'submit'] },
  { kind: 'meeting', paper: 'meeting', steps: ['hold', 'share-minutes'] },
  { kind: 'review', paper: 'review', steps: ['share'] },
];
