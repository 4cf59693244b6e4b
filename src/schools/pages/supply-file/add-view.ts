import { supplyAddress } from '#/platform/web/addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import type { ShellAuthority } from '#/platform/web/shell.ts';
import { largestSuppliedFile } from '#/schools/actions/supplied-statement.ts';

/** The form for one file, as it was filled in. */
export function addView(
  authority: ShellAuthority,
  said: { readonly givenBy: string; readonly knownOn: string },
  problems: readonly FieldProblem[],
) {
  const problem = (field: string) => problems.find((one) => one.field === field)?.text ?? null;
  return {
    authority: authority.name,
    action: supplyAddress(authority.slug),
    hint: `CSV, up to ${largestSuppliedFile / 1e6} megabytes.`,
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    fields: {
      file: { problem: problem('file') },
      givenBy: { value: said.givenBy, problem: problem('given-by') },
      knownOn: { value: said.knownOn, problem: problem('known-on') },
    },
  };
}
