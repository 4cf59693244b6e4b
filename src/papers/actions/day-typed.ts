import { aboutOnField, type ContentProblem } from '#/papers/rules/check-content.ts';
import type { Process } from '#/papers/rules/process.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import { dateInWords } from '#/platform/web/words.ts';

interface DayTyped {
  /** `null` where none was typed. */
  readonly day: IsoDate | null;
  readonly problems: readonly ContentProblem[];
}

/** The day a paper is about, as somebody typed it; of a kind that is about no day there is none. */
export function readDayAbout(
  { about }: Pick<Process, 'about'>,
  typed: string | null,
  today: IsoDate,
): DayTyped {
  const text = (typed ?? '').trim();
  if (about === undefined || text === '') return { day: null, problems: [] };
  const day = readDate(text);
  if (day === null) return wrong(aboutOnField, `“${text}” is not a day. Write it as 1 July 2026.`);
  const plausible = day >= '1990-01-01' && day <= addDays(today, 1096);
  return plausible
    ? { day, problems: [] }
    : wrong(aboutOnField, `${text} is too far from today. Check the year.`);
}

/** The day a step was taken: today where nothing was typed, and neither to come nor before what came before it. */
export function readDayOfStep(
  typed: string | undefined,
  { today, notBefore }: { readonly today: IsoDate; readonly notBefore: IsoDate },
): DayTyped {
  const text = (typed ?? '').trim();
  const day = text === '' ? today : readDate(text);
  if (day === null) return wrong('on', `“${text}” is not a day. Write it as 1 July 2026.`);
  if (day > today) return wrong('on', 'The day is still to come. Choose today or an earlier day.');
  if (day < notBefore)
    return wrong(
      'on',
      `That is before ${dateInWords(notBefore)}, when the last thing was done to it. Check the day.`,
    );
  return { day, problems: [] };
}

function wrong(field: string, text: string): DayTyped {
  return { day: null, problems: [{ field, text }] };
}
