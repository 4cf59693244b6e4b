import type { SchoolIntelligence } from '#/analyse/actions/intelligence/intelligence-read.ts';
import type { RestsOn } from '#/analyse/rules/intelligence/rests-on.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { intelligenceAddress, tellOfIntelligenceAddress } from '#/platform/web/intelligence-addresses.ts';
import { dateInWords, plural, share } from '#/platform/web/words.ts';
import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import { rowOf } from './entry-words.ts';

/** What is known of one school beside its data. */
export function schoolIntelligenceView(read: SchoolIntelligence) {
  const { authority, school, entries, recurrence, today } = read;
  const { slug } = authority;
  const inForce = entries.filter(({ state }) => state === 'in force');
  const over = entries.filter(({ state }) => state !== 'in force');
  const row = (one: (typeof entries)[number]) => ({
    ...rowOf(one, slug, today, read.months),
    ...(read.mayOpen ? {} : { href: null }),
  });
  return {
    heading: `What services told of ${school.name}`,
    lead:
      inForce.length === 0
        ? `Nothing that services told of the school, and that you may know, is in force on ${dateInWords(today)}.`
        : `${plural(inForce.length, 'entry', 'entries')} in force on ${dateInWords(today)} that you may read.`,
    recurrence:
      recurrence === null
        ? null
        : `On the register ${recurrence.entries === 1 ? 'once' : `${String(recurrence.entries)} times`} in ${String(recurrence.months)} months.${recurrence.suggests === null ? '' : ` That suggests: ${recurrence.suggests}.`}`,
    suggested: recurrence !== null && recurrence.suggests !== null,
    inForce: inForce.map(row),
    over: over.map(row),
    overTitle: `Expired or withdrawn: ${String(over.length)}`,
    restsOn: read.restsOn === null ? [] : restsOnWords(read.restsOn, today),
    tellAddress: read.mayTell ? tellOfIntelligenceAddress(slug, school.urn) : null,
    registerAddress: read.mayOpen ? intelligenceAddress(slug) : null,
    profileAddress: schoolAddress(slug, school.urn),
  };
}

/** Each nature of ground in a sentence: how many of all, which is the newest, and how old it is. */
export function restsOnWords(
  read: RestsOn,
  today: IsoDate,
): readonly { readonly term: string; readonly words: string }[] {
  const said = (term: string, { grounds, newest }: RestsOn['data'], none: string) => ({
    term,
    words:
      newest === null
        ? none
        : `${share(grounds, read.grounds)}; the newest is “${newest.what}”, known on ${dateInWords(newest.on)}, ${plural(daysBetween(newest.on, today), 'day')} ago`,
  });
  return [
    said('Data', read.data, 'None could be read'),
    said('Seen first-hand', read.firstHand, 'Nothing: nobody has put down what they saw there'),
    said('Told, or read in a record', read.secondHand, 'Nothing is in force'),
  ];
}
