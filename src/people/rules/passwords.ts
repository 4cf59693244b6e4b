import { passwordsGuessedFirst } from './passwords-guessed-first.ts';

/** Long rather than odd: no rule about capitals, digits or signs, which make passwords worse (NCSC, password guidance). */
export const shortestPassword = 12;

/** Enough for any sentence, and not so much that hashing it is work. */
export const longestPassword = 200;

/**
 * What is wrong with a password that somebody chose, each with what to do; nothing where it can be used.
 *
 * @param signInName of whoever chose it: it is the first thing that is tried
 */
export function problemsOfPassword(password: string, signInName: string): readonly string[] {
  const { length } = Array.from(password);
  if (length < shortestPassword) {
    return [
      `Use at least ${shortestPassword} characters, for example three words that do not belong together.`,
    ];
  }
  if (length > longestPassword) return [`Use at most ${longestPassword} characters.`];
  const plain = plainOf(password);
  const withoutDigits = plain.replace(/[0-9]+$/, '');
  const guessed =
    passwordsGuessedFirst.includes(plain) ||
    passwordsGuessedFirst.includes(withoutDigits) ||
    repeats(plain) ||
    runs(plain);
  if (guessed) {
    return [
      'This is one of the passwords that are guessed first. Use three words that do not belong together.',
    ];
  }
  const [name = ''] = signInName.split('@');
  if (plain === plainOf(signInName) || withoutDigits === plainOf(name)) {
    return ['Do not use your own name or address as the password.'];
  }
  return [];
}

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** One short piece again and again: `aaaaaaaaaaaa`, `abcabcabcabc`. Also where nothing but signs is left of it. */
function repeats(plain: string): boolean {
  return plain.length < 4 || /^(.{1,4}?)\1+$/u.test(plain);
}

/** Only neighbours in the alphabet, among the digits or on the keyboard, forwards or back. */
function runs(plain: string): boolean {
  return rows.some((row) => row.includes(plain) || Array.from(row).reverse().join('').includes(plain));
}

const rows: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  '01234567890123456789012345678901234567890',
  '12345678901234567890123456789012345678901234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
