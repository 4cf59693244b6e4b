import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';

/** Which authorities are meant: those named, or every one. */
export interface AuthoritiesMeant {
  readonly authority?: readonly string[];
  readonly all?: boolean;
}

/** What is done, for the authorities for which it could not be. */
interface NotDone {
  /** `Not forecast`. */
  readonly words: string;
  /** Its name in the document for machines: `notForecast`. */
  readonly field: string;
}

/** @throws KnownError where some are named and all are asked for */
export function assertNamedOrAll({ authority = [], all }: AuthoritiesMeant): void {
  if (all === true && authority.length > 0)
    throw new KnownError('usage', 'Give either --all or --authority, not both.');
}

/**
 * Does a thing for one authority after the other and tells what came of it. When all are asked for, one without a school
 * open on the date stops no other: it is told at the end. Where there is no other, it is the answer.
 *
 * @param work does it, tells people, and gives what machines are told
 */
export async function authorityByAuthority(
  { terminal }: Pick<Parts, 'terminal'>,
  { authority: names = [], all = false }: AuthoritiesMeant,
  everyone: readonly { readonly slug: string }[],
  notDone: NotDone,
  work: (slug: string) => Promise<unknown>,
): Promise<void> {
  const documents: unknown[] = [];
  const notOpen: { readonly authority: string; readonly why: KnownError }[] = [];
  for (const { slug } of everyone) {
    try {
      documents.push(await work(slug));
    } catch (error) {
      if (!all || !(error instanceof KnownError && error.code === 'nothing-imported')) throw error;
      notOpen.push({ authority: slug, why: error });
    }
  }
  const [first] = notOpen;
  if (documents.length === 0 && first !== undefined) throw first.why;
  for (const { why } of notOpen) terminal.line(`${notDone.words}: ${why.message}`);
  documents.push(...notOpen.map(({ authority, why }) => ({ authority, [notDone.field]: why.message })));
  terminal.document(names.length <= 1 && !all ? documents[0] : documents);
}
