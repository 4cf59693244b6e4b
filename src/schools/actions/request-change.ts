import type { Change } from '#/people/records/change-log.ts';
import type { SchoolRequest } from '#/schools/records/requests.ts';

/**
 * What the log says of a request. Of one that only named people may know it says who did something to one of that kind, and
 * neither to which school nor what: more people read the log.
 */
export function requestChange(
  { id, urn, level }: Pick<SchoolRequest, 'id' | 'urn' | 'level'>,
  act: string,
  words: Pick<Change, 'from' | 'to' | 'why'>,
): Change {
  const about = { kind: 'request', key: id } as const;
  if (level === 'named people') {
    return { act, about, aboutName: 'a request to named people', urn: null, from: null, to: null, why: null };
  }
  return { act, about, aboutName: `a request to school ${urn}`, urn, ...words };
}
