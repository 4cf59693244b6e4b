/** What a sentence about a change is made of. */
export interface ChangeTold {
  readonly personName: string;
  /** A verb in the past, such as `gave a role`. */
  readonly act: string;
  readonly aboutName: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string | null;
}

/** What a sentence about a reading is made of. */
export interface ReadingTold {
  readonly personName: string;
  readonly event: string;
  /** What the school is called; `null` where what was read is of no one school. */
  readonly school: string | null;
}

/** An entry of the log of changes as a sentence: `Ada Byron gave Ben Cole the role Headteacher, Sedge Primary School. Why: appointed by governors.` */
export function changeInWords({ personName, act, aboutName, from, to, why }: ChangeTold): string {
  const words =
    act === 'gave a role' && to !== null
      ? `${personName} gave ${aboutName} the role ${to}`
      : [
          `${personName} ${act}: ${aboutName}`,
          from === null ? null : `before: ${from}`,
          to === null || to === aboutName ? null : from === null ? to : `now: ${to}`,
        ]
          .filter((part) => part !== null)
          .join('; ');
  return `${ended(words)}${why === null ? '' : ` Why: ${ended(why)}`}`;
}

/** An entry of the log of readings as a sentence: `Ada Byron read category: Sedge Primary School (900001).` */
export function readingInWords({ personName, event, school }: ReadingTold): string {
  return ended(`${personName} ${event}${school === null ? '' : `: ${school}`}`);
}

function ended(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
