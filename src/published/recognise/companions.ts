import type { Column } from '#/published/layout.ts';

/** Files that come with the official ones and hold no facts this version reads: told by name, not as strangers. */
export interface Companion {
  readonly columns: readonly Column[];
  readonly what: string;
  readonly whatToDo: string;
}

export const companions: readonly Companion[] = [
  {
    columns: ['Column', ['FieldName', 'Field Name', 'Metafile heading']],
    what: 'This is a column dictionary: it describes the columns of another file and holds no figures.',
    whatToDo: 'Import the file it describes. The dictionary itself is not needed.',
  },
  {
    columns: ['LEA', 'LA Name', 'REGION', 'REGION NAME'],
    what: 'This is a list of authorities and regions with their codes.',
    whatToDo: 'It is not needed: the authorities are known already.',
  },
];
