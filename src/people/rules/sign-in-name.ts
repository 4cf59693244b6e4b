/**
 * The name somebody signs in with, from a mail address as typed: in small letters, without spaces around it. `null` where
 * it cannot be one: something before one @, a host with a dot after it, nothing that ends a line or a word.
 */
export function signInNameOf(typed: string): string | null {
  const name = typed.normalize('NFC').trim().toLowerCase();
  return name.length <= longest && shape.test(name) ? name : null;
}

/** What a mail address may be long (RFC 5321, 4.5.3.1.3). */
const longest = 254;

const shape = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}.]+(?:\.[^\s@\p{Cc}.]+)+$/u;
