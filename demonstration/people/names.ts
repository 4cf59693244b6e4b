import { drawnHead, headOn } from '../county/heads.ts';
import type { Lineage } from '../county/lineage.ts';
import { presentDay } from '../calendar.ts';
import { chanceFor } from '../random.ts';

/** A name that nobody else of the list has, the same on every machine. */
export function nameSource(taken: Iterable<string>): (purpose: string) => string {
  const used = new Set(taken);
  return (purpose) => {
    const chance = chanceFor('people', purpose);
    for (;;) {
      const { first, last } = drawnHead(chance);
      const name = `${first} ${last}`;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

/** What the register of that day calls the head. */
export function registeredHead(lineage: Lineage, on = presentDay): string {
  const { first, last } = headOn(lineage, on);
  return `${first} ${last}`;
}

/** The first day of the school year in which the head whom the register names now came. */
export function cameOn(lineage: Lineage): string {
  let year = Number(presentDay.slice(0, 4)) - 1;
  const head = registeredHead(lineage);
  while (year > 2000 && registeredHead(lineage, `${year}-08-31`) === head) year -= 1;
  return `${year}-09-01`;
}
