/**
 * How far a record may be known. Each level lets fewer people see than the one before; the decision table says which
 * permission reads what is at a level (`decision-table.ts`).
 */
export const levels = {
  public: 'Anybody may know',
  members:
    'Elected members may know; small numbers are left out, and schools are named in their own division only',
  'school and authority': 'The school’s head and chair and the authority’s officers may know, in confidence',
  authority: 'The authority’s officers may know',
  'named people': 'Only the people named, and whoever wrote it, may know',
} as const;

export type Level = keyof typeof levels;

export const levelNames = Object.keys(levels) as readonly Level[];
