import { createHash } from 'node:crypto';
import { derivations } from './derive.ts';
import { schema, types } from './schema.ts';

/**
 * What the tables of a store look like, in 12 digits that change whenever the statements that make them do. A store of
 * another form was made by another version of Middle Tier and is made again from the files it remembers.
 */
export const storeForm = createHash('sha256')
  .update([types, schema, ...derivations].join('\n'))
  .digest('hex')
  .slice(0, 12);
