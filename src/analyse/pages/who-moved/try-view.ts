import type { SchemeOfAuthority } from '#/analyse/actions/read-scheme.ts';
import type { CheckedScheme } from '#/analyse/actions/read-scheme-file.ts';
import type { SchemeTrial } from '#/analyse/actions/try-scheme.ts';
import { adoptAddress, schemeAddress, schemeExampleAddress, tryAddress } from '#/platform/web/addresses.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { comparisonView } from './comparison-view.ts';

/** What has been typed and found so far; nothing of it is lost when something is wrong. */
export interface TryState {
  readonly read: SchemeOfAuthority;
  /** The scheme as uploaded, pasted or changed in the page. */
  readonly text: string;
  readonly why: string;
  /** Why a file was not taken, or adopting was refused: shown at its field. */
  readonly fileProblem: string | null;
  readonly whyProblem: string | null;
  readonly checked: CheckedScheme | null;
  readonly trial: SchemeTrial | null;
}

/** The page on which a scheme is tried before it is adopted. */
export function tryView({ read, text, why, fileProblem, whyProblem, checked, trial }: TryState) {
  const { slug } = read.authority;
  const problems = checked?.problems ?? [];
  return {
    authority: read.authority.name,
    inUse: read.inUse.title,
    tryAddress: tryAddress(slug),
    adoptAddress: adoptAddress(slug),
    schemeAddress: schemeAddress(slug),
    exampleAddress: schemeExampleAddress(slug),
    text,
    lines: Math.min(30, Math.max(10, text.split('\n').length)),
    why,
    fileProblem,
    textProblem: problems.length > 0 ? 'The scheme cannot be used as it stands' : null,
    whyProblem,
    errors: [
      ...(fileProblem === null ? [] : [{ text: fileProblem, href: '#file' }]),
      ...problems.map((problem) => ({
        text: `Line ${String(problem.line)}${problem.where === '' ? '' : `, ${problem.where}`}: ${problem.words}`,
        href: '#text',
      })),
      ...(whyProblem === null ? [] : [{ text: whyProblem, href: '#why' }]),
    ],
    cautions: (checked?.cautions ?? []).map(
      ({ line, where, words }) => `Line ${String(line)}, ${where}: ${words}`,
    ),
    trial:
      trial === null
        ? null
        : {
            from: trial.from.title,
            to: trial.to.title,
            asAt: dateInWords(trial.asAt),
            ...comparisonView(trial.comparison, trial.from, trial.to, slug),
          },
  };
}
