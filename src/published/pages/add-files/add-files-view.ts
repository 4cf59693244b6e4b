import { importFilesAddress, importsAddress, officialFilesAddress } from '#/platform/web/addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';

/** What was typed beside the files. */
export interface Statements {
  readonly year: string;
  readonly asAt: string;
  readonly status: string;
}

export const nothingStated: Statements = { year: '', asAt: '', status: '' };

const statuses = ['provisional', 'revised', 'final'] as const;

/** The form for official files, as it was filled in, with what is wrong with it. */
export function addFilesView(stated: Statements, problems: readonly FieldProblem[], most: string) {
  const problem = (field: string) => problems.find((one) => one.field === field)?.text ?? null;
  return {
    action: importFilesAddress,
    importsAddress,
    officialFilesAddress,
    most,
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    fields: {
      files: { problem: problem('files') },
      year: { value: stated.year, problem: problem('year') },
      asAt: { value: stated.asAt, problem: problem('as-at') },
    },
    selectItems: ['', ...statuses].map((value) => ({
      value,
      text: value === '' ? 'As the files say' : value,
      selected: stated.status === value,
    })),
  };
}

export function isStatus(text: string): text is (typeof statuses)[number] {
  return statuses.some((status) => status === text);
}
