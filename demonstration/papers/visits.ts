import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import type { Content } from '#/papers/rules/template.ts';
import { addDays, daysBetween, schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';
import { termsOf } from '../calendar.ts';
import { chanceFor, type Chance } from '../random.ts';
import { howAsked, howGivenToChair, themesOf, whyCancelled } from './phrases.ts';
import { daysForVisits, officeDaysLater, schoolDaysLater } from './school-days.ts';
import { happenedBy, took, type Dated, type SchoolWrittenOf } from './school-written-of.ts';
import { noteOf, planOfVisit, templateOfVisit } from './note-of-visit.ts';

/** How far ahead visits are planned. */
const plannedAhead = 35;

/**
 * The visits to a school over two years, over one where it needs little, and in the weeks to come, the earliest first: one a
 * term, in schools of concern two. Some schools are left out now and then, so that they are behind.
 */
export function visitsTo(school: SchoolWrittenOf, today: IsoDate): readonly PaperWritten[] {
  const isWatched = school.standing !== 'any other' || school.head !== null;
  const from = addDays(today, -365 * (isWatched ? 2 : 1));
  const last = schoolYearOf(addDays(today, plannedAhead));
  const years = Array.from(
    { length: last - schoolYearOf(from) + 1 },
    (_, index) => schoolYearOf(from) + index,
  );
  const days = years.flatMap(termsOf).flatMap((term) => {
    const chance = chanceFor('visits', school.urn, term.from);
    const inTerm = daysForVisits(term.from, term.to);
    const times = school.standing === 'of concern' ? 2 : 1;
    const part = Math.floor(inTerm.length / times);
    return Array.from(
      { length: times },
      (_, time) => inTerm[part * time + chance.whole(0, part - 1)] ?? term.to,
    ).filter(() => chance.happens(0.88));
  });
  const held = days.filter((day) => day >= from && day <= addDays(today, plannedAhead));
  return held.map((day, index) => visitOn(school, day, today, held[index + 1] ?? null));
}

function visitOn(school: SchoolWrittenOf, day: IsoDate, today: IsoDate, next: IsoDate | null): PaperWritten {
  const { urn, visitor } = school;
  const chance = chanceFor('visit', urn, day);
  const theme = chance.pick(themesOf(school.phase));
  const planned = planOfVisit(school, theme, chance);
  const opened = addDays(day, -chance.whole(20, 45));
  const on = opened > today ? today : opened;
  const isInvited = day < today || chance.happens(0.75);
  const written = { urn, kind: 'visit', template: templateOfVisit(school), by: visitor, on };
  const plan: Dated = { on, happened: { by: visitor, saves: planned, aboutOn: day } };
  const invite = isInvited ? [took(visitor, 'invite', on)] : [];
  if (chance.happens(0.025)) {
    const eve = addDays(day, -1);
    const cancel = took(visitor, 'cancel', eve < on ? on : eve, chance.pick(whyCancelled));
    return { ...written, then: happenedBy(today, [plan, ...invite, cancel]) };
  }
  const note = noteOf(school, { theme, planned, day, next, chance });
  // A visit of these days, of which nobody has yet said whether it was held.
  const isSilent = daysBetween(day, today) <= 6 && chance.happens(0.3);
  if (isSilent || day >= today) return { ...written, then: happenedBy(today, [plan, ...invite]) };
  const { submitted, line } = fromNoteToChair(school, { day, note, chance });
  const saved = { by: visitor, saves: note, aboutOn: day };
  // How an older visit was prepared is told no more: it is kept as it was written down afterwards.
  const before: readonly Dated[] =
    day < addDays(today, -60)
      ? [{ on: day, happened: saved }, took(visitor, 'hold', day)]
      : [plan, ...invite, took(visitor, 'hold', day), { on: submitted, happened: saved }];
  return { ...written, then: happenedBy(today, [...before, ...line]) };
}

interface Held {
  readonly day: IsoDate;
  readonly note: Content;
  readonly chance: Chance;
}

/** From the note that is submitted to the one that the chair has: most in time, some late, a few for ever being written. */
function fromNoteToChair(
  school: SchoolWrittenOf,
  { day, note, chance }: Held,
): { readonly submitted: IsoDate; readonly line: readonly Dated[] } {
  const { visitor } = school;
  const submitted = officeDaysLater(day, chance.happens(0.1) ? chance.whole(6, 15) : chance.whole(1, 5));
  if (chance.happens(0.004)) return { submitted, line: [] };
  const answered = answersTo(school, { day: submitted, note, chance });
  const given = officeDaysLater(answered.at(-1)?.on ?? submitted, chance.whole(0, 4));
  return {
    submitted,
    line: [
      took(visitor, 'submit', submitted),
      ...answered,
      took(visitor, 'give-to-chair', given, chance.pick(howGivenToChair)),
    ],
  };
}

function answersTo(school: SchoolWrittenOf, { day, note, chance }: Held): readonly Dated[] {
  const { head, visitor } = school;
  if (head === null)
    return [took(visitor, 'unanswered', schoolDaysLater(day, chance.whole(10, 14)), chance.pick(howAsked))];
  const on = schoolDaysLater(day, chance.whole(1, 9));
  const kind = chance.uniform();
  if (kind < 0.75)
    return [
      took(
        head,
        'accurate',
        on,
        chance.pick([
          '',
          'Fair, and useful for our next meeting of governors.',
          'We shared it with all staff.',
        ]),
      ),
    ];
  const replied = officeDaysLater(on, chance.whole(1, 5));
  if (kind < 0.88) {
    const amended = {
      ...note,
      evidence: 'The same lessons as before; those covered by a supply teacher are named as such.',
    };
    return [
      took(
        head,
        'inaccurate',
        on,
        'Two of the lessons seen were covered that day, and the note does not say so.',
      ),
      { on: replied, happened: { by: visitor, saves: amended } },
      took(visitor, 'amend', replied, 'It now says which lessons were covered.'),
      took(head, 'accurate', schoolDaysLater(replied, 2), 'Thank you. That is how it was.'),
    ];
  }
  return [
    took(head, 'inaccurate', on, 'The note sounds as if nothing had changed since last year.'),
    took(
      visitor,
      'stand-by',
      replied,
      'What has changed is said under strengths. What was seen in lessons stays as it was seen.',
    ),
  ];
}
