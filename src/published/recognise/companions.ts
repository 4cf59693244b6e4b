import type { Column } from '#/published/layout.ts';

/** Files that come with the official ones and hold no facts this version reads: told by name, not as strangers. */
export interface Companion {
  readonly columns: readonly Column[];
  readonly what: string;
  readonly whatToDo: string;
}

const notYet = 'Nothing is lost: keep the file and import it when a later version reads it.';

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
  {
    columns: ['URN', 'NOR', 'NUMFSM', 'TSENELK'],
    what: 'This is the school census table (pupils and their characteristics), which this version does not read yet.',
    whatToDo: notYet,
  },
  {
    columns: ['URN', 'PERCTOT', ['PPERSABS10', 'PPERSABS15', 'PPERSABS20']],
    what: 'This is the absence table, which this version does not read yet.',
    whatToDo: notYet,
  },
  {
    columns: ['URN', 'LAESTAB', 'SCHNAME', 'MINORGROUP', 'ISPRIMARY', 'ISSECONDARY'],
    what: 'This is the school list of the performance tables, which this version does not read.',
    whatToDo: 'Import the establishments file of Get Information about Schools, which says more.',
  },
  {
    columns: ['RECTYPE', 'URN', 'TAPS', 'AVGLEVEL'],
    what: 'This is a key stage 2 table in levels (to 2015), which this version does not read yet.',
    whatToDo: notYet,
  },
];
