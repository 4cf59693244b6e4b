import type { Person } from '#/people/rules/permissions.ts';

/** A page as it goes to the reader. */
export interface DrawnPage {
  readonly body: Buffer;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  /** `false`: it is still going on, or something else that another reader must not be given. */
  readonly mayBeKept: boolean;
}

/** Who asks for which page, and all that the page can show, as texts that change whenever that does. */
export interface Asked {
  readonly person: Person;
  /** With the query. */
  readonly address: string;
  /** What this person may see, and what was imported. */
  readonly shows: string;
}

export interface KeptPages {
  /**
   * The page as it was made for the same person when everything it can show was the same; otherwise made now, once for
   * all who wait for it. `look` is asked when it is made: if what it can show has changed meanwhile, the page may be of
   * either state, so it is shown and not kept.
   */
  readonly page: (
    asked: Asked,
    make: () => Promise<DrawnPage>,
    look: () => Promise<string>,
  ) => Promise<DrawnPage>;
}

interface Kept {
  readonly shows: string;
  readonly page: Promise<DrawnPage>;
  /** Bytes; 0 until it is made. */
  size: number;
}

/**
 * Pages that were made before, up to so many bytes; the one that was not asked for longest goes first. A page is never
 * another person's: whoever asks is part of what it is kept under, with roles, authorities and schools. Whether they may
 * still see it is no business of this: the row policies answer that before, with every reading (`Asked.shows`).
 */
export function keepPages(mostBytes: number): KeptPages {
  const kept = new Map<string, Kept>();
  let bytes = 0;

  const drop = (key: string, one: Kept): void => {
    if (kept.get(key) !== one) return;
    kept.delete(key);
    bytes -= one.size;
  };

  const settle = async (key: string, one: Kept, look: () => Promise<string>): Promise<void> => {
    try {
      const page = await one.page;
      if (!page.mayBeKept || (await look()) !== one.shows) drop(key, one);
      if (kept.get(key) !== one) return;
      one.size = page.body.length;
      bytes += one.size;
      for (const [oldest, other] of kept) {
        if (bytes <= mostBytes) return;
        if (other.size > 0) drop(oldest, other);
      }
    } catch {
      drop(key, one);
    }
  };

  return {
    page: (asked, make, look) => {
      const key = keyOf(asked);
      const before = kept.get(key);
      if (before !== undefined) drop(key, before);
      if (before?.shows === asked.shows) {
        // A map keeps the order in which its keys were set.
        kept.set(key, before);
        bytes += before.size;
        return before.page;
      }
      const one = { shows: asked.shows, page: make(), size: 0 };
      kept.set(key, one);
      void settle(key, one, look);
      return one.page;
    },
  };
}

function keyOf({ person, address }: Asked): string {
  const { id, name, roles } = person;
  return JSON.stringify([id, name, roles, address]);
}
