import type { Intelligence } from '#/analyse/rules/intelligence/intelligence.ts';
import type { Change } from '#/people/records/change-log.ts';

/**
 * What the log says of an entry: that it was told and what became of it, by kind, and never its words, which more people
 * would read there. Of one that only named people may know it says neither the school nor the kind.
 */
export function intelligenceChange(
  { id, urn, level }: Pick<Intelligence, 'id' | 'urn' | 'level'>,
  act: string,
  words: Pick<Change, 'from' | 'to' | 'why'>,
): Change {
  const about = { kind: 'intelligence', key: id } as const;
  if (level === 'named people') {
    return { act, about, aboutName: 'an entry for named people', urn: null, from: null, to: null, why: null };
  }
  return { act, about, aboutName: `an entry about school ${urn}`, urn, ...words };
}
