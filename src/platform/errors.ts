/**
 * The catalogue of coded errors that a person can meet. Each says what is wrong and what to do. Bugs are ordinary
 * exceptions and are not listed here.
 */
export const errorCatalogue = {
  'configuration-invalid': 'One or more settings cannot be used.',
  'data-folder-in-use': 'Another Middle Tier is running on this data folder.',
  'database-unreachable': 'The database cannot be reached.',
  'database-not-ready': 'The database is not set up for Middle Tier.',
  'port-in-use': 'The port is taken by another program.',
  'file-unreadable': 'A file cannot be read.',
  'file-unwritable': 'A file cannot be written.',
  'file-unknown': 'A file is not one of the layouts known.',
  'import-in-progress': 'Another import is running on this data folder.',
  'disk-full': 'There is no room left on the disk.',
  'upload-cut-off': 'An upload did not arrive whole.',
  'authority-unknown': 'No school of that authority is in the files imported.',
  'date-invalid': 'A date cannot be read.',
  'store-of-another-version': 'The published store was made by another version of Middle Tier.',
  'nothing-imported': 'No official file has been imported yet.',
  'scheme-invalid': 'A scheme of categories cannot be used as it stands.',
  'too-much': 'That was too much at once.',
  'signed-out': 'The session has ended.',
  'not-permitted': 'This person may not do that.',
  'not-found': 'There is no such page or record.',
  'no-model':
    'No model of forecasting can be used: none was fitted early enough, or there is too little to fit one on.',
  usage: 'The command was not understood.',
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

/** An expected failure, told to a person: what is wrong, and what to do about it. Exit code 2 from commands. */
export class KnownError extends Error {
  readonly code: ErrorCode;
  /** What the reader can do now, one sentence each. */
  readonly whatToDo: readonly string[];

  constructor(code: ErrorCode, message: string, whatToDo: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = 'KnownError';
    this.code = code;
    this.whatToDo = whatToDo;
  }
}

/**
 * The answers, when every one of them is an answer; otherwise throws the failures among them as one, so that a person
 * hears of everything wrong at once.
 */
export function answersOrFailures<const Asked extends readonly unknown[]>(
  ...asked: Asked
): { [Key in keyof Asked]: Exclude<Asked[Key], KnownError> } {
  const failures = asked.filter((one) => one instanceof KnownError);
  const [first] = failures;
  if (first === undefined) return asked as { [Key in keyof Asked]: Exclude<Asked[Key], KnownError> };
  if (failures.length === 1) throw first;
  throw new KnownError(first.code, failures.map(({ message }) => message).join('\n'), [
    ...new Set(failures.flatMap(({ whatToDo }) => whatToDo)),
  ]);
}
