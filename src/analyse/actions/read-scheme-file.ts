import { checkTable } from '#/analyse/rules/check-table.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { readSchemeFile, type SchemeFileProblem } from '#/law/read-scheme.ts';
import { pathInWords } from '#/law/scheme-problems.ts';
import type { Parts } from '#/parts.ts';

/** An authority's own scheme, checked: as a file has it, or as it was pasted. */
export interface CheckedScheme {
  /** `null` when anything is wrong with it. */
  readonly scheme: Scheme | null;
  /** Everything wrong, in the order of the lines. */
  readonly problems: readonly SchemeFileProblem[];
  /** What its author should know, though it can be used. */
  readonly cautions: readonly SchemeFileProblem[];
}

/**
 * Checks a scheme's text: its shape, its names and scales, and whether its table makes sense. Everything at once, each
 * with its line. A scheme of ours cannot be given out as the authority's own.
 */
export function checkSchemeText(parts: Pick<Parts, 'reference'>, text: string): CheckedScheme {
  const reference = parts.reference();
  const maxima = new Map(reference.indicators.map(({ id, maximum }) => [id, maximum]));
  const { scheme, problems, lineOf } = readSchemeFile(text, maxima);
  if (scheme === null) return { scheme, problems, cautions: [] };
  const placed = (found: ReturnType<typeof checkTable>['problems']): readonly SchemeFileProblem[] =>
    found.map(({ path, words }) => ({ line: lineOf(path), where: pathInWords(path), words }));
  const ours = reference.schemes.some(({ id }) => id === scheme.id)
    ? [
        {
          path: ['id'],
          words: `“${scheme.id}” is the name of a scheme that is there already; give it your own`,
        },
      ]
    : [];
  const usual =
    scheme.usual === undefined
      ? []
      : [{ path: ['usual'], words: 'take “usual” out: a scheme is in use when the authority adopts it' }];
  // A table whose names lead nowhere cannot be asked.
  const table = problems.length > 0 ? { problems: [], cautions: [] } : checkTable(scheme);
  const all = [...problems, ...placed([...ours, ...usual, ...table.problems])].toSorted(
    (a, b) => a.line - b.line,
  );
  return { scheme: all.length > 0 ? null : scheme, problems: all, cautions: placed(table.cautions) };
}
