import { readFileSync } from 'node:fs';
import { z } from 'zod';

const authority = z.strictObject({
  /** Three digits, as the department numbers authorities. */
  code: z.string().regex(/^\d{3}$/),
  name: z.string().min(1),
  region: z.string().min(1),
  /** Other names in official files. */
  alsoCalled: z.array(z.string()),
  /** School year from which, and to which, the code was in use; `null` where before or after our files. */
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});

const file = z.strictObject({
  title: z.string(),
  source: z.string(),
  status: z.enum(['confirmed', 'unconfirmed']),
  authorities: z.array(authority),
});

export type LocalAuthority = Readonly<z.infer<typeof authority>>;

/** Every local authority of England with its code, its region and the names official files give it, past ones included. */
export function loadLocalAuthorities(): readonly LocalAuthority[] {
  const path = new URL('../../reference/local-authorities.json', import.meta.url);
  return file.parse(JSON.parse(readFileSync(path, 'utf8'))).authorities;
}
