import type { GivingChoices } from '#/people/actions/read-people.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';

/** A choice of a list, in groups; a group without a heading stands first. */
export interface ChoiceGroup {
  readonly heading: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** One field of a form about people. */
export interface FieldSaid {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Left out: something is typed. */
  readonly choices?: readonly ChoiceGroup[];
  readonly narrow?: boolean;
}

export interface FormSaid {
  readonly heading: string;
  /** What it does, before it is done. */
  readonly lead: string;
  readonly action: string;
  readonly button: string;
  readonly warning?: boolean;
  readonly fields: readonly FieldSaid[];
  readonly back: { readonly text: string; readonly href: string };
}

/** A form as it was filled in, with everything that is wrong with it in the order of its fields. */
export function formView(
  { fields, warning = false, ...form }: FormSaid,
  typed: Readonly<Record<string, string>>,
  problems: readonly FieldProblem[],
) {
  const at = (field: string) => fields.findIndex(({ id }) => id === field);
  const sorted = problems.toSorted((a, b) => at(a.field) - at(b.field));
  return {
    ...form,
    warning,
    errorList: sorted.map(({ field, text }) => ({
      text,
      href: `#${at(field) === -1 ? (fields[0]?.id ?? '') : field}`,
    })),
    fields: fields.map(({ id, label, hint = null, choices = null, narrow = false }) => {
      const value = typed[id] ?? '';
      return {
        id,
        label,
        hint,
        narrow,
        value,
        problem:
          sorted
            .filter(({ field }) => field === id)
            .map(({ text }) => text)
            .join(' ') || null,
        groups:
          choices?.map(({ heading, options }) => ({
            heading,
            options: options.map((option) => ({ ...option, selected: option.value === value })),
          })) ?? null,
      };
    }),
  };
}

const blank: ChoiceGroup = { heading: null, options: [{ value: '', text: 'Choose' }] };

/** The fields of a role: which, for what, from when to when, and why. */
export function roleFields({ roles, scopes }: GivingChoices): readonly FieldSaid[] {
  return [
    {
      id: 'role',
      label: 'Role',
      hint: 'What each may do is on the page “Who may do what”',
      choices: [
        blank,
        { heading: null, options: roles.map(({ role, name }) => ({ value: role, text: name })) },
      ],
    },
    {
      id: 'for',
      label: 'For',
      hint: 'The school, federation, trust, diocese or division. Leave it at the whole authority for those who work for all of it',
      choices: [
        { heading: null, options: [{ value: '', text: 'The whole authority' }] },
        ...scopes.map(({ heading, choices }) => ({ heading, options: choices })),
      ],
    },
    {
      id: 'from',
      label: 'First day',
      hint: 'For example, 1 September 2026. Left blank: today',
      narrow: true,
    },
    { id: 'to', label: 'Last day', hint: 'Left blank: until it is ended', narrow: true },
    {
      id: 'why',
      label: 'Why',
      hint: 'Kept, and shown to whoever asks who has access. For example: appointed by the governors',
    },
  ];
}

export const nameFields: readonly FieldSaid[] = [
  { id: 'name', label: 'Name' },
  { id: 'email', label: 'Mail address', hint: 'What they sign in with' },
];

/** Choices with a blank one first. */
export function choicesOf(options: ChoiceGroup['options']): readonly ChoiceGroup[] {
  return [blank, { heading: null, options }];
}
