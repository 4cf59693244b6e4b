import type { MarkingRead } from '#/analyse/actions/marking-read.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { count, dateInWords, plural, sentence, share } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { leanRow, leanSentence, splitWords } from './marking-words.ts';

type Expectations = NonNullable<MarkingRead['expectations']>;
type Mark = Expectations['own'][number];
type Service = NonNullable<Expectations['service']>;

const whyWords: Readonly<Record<NonNullable<Mark['why']>, string>> = {
  'not yet due': 'Not due yet',
  'not inspected meanwhile': 'No mark: not inspected meanwhile',
  'not in the files any more': 'No mark: not in the files any more',
  'joined with other schools': 'No mark: joined with other schools',
  'closed before it was inspected': 'No mark: closed before it was inspected',
  'not followed to the end': 'No mark: no file tells of it to the day',
  'judged in another way since': 'No mark: judged in another way since',
};

/** What officers expected, the reader's own first. */
export function expectationsView({ expectations, authority, settings }: MarkingRead) {
  if (expectations === null) return null;
  const { own, ownSummed, service, notYetShown } = expectations;
  return {
    own: own.map((mark) => ownRow(mark, authority.slug)),
    ownAnswer: ownAnswer(ownSummed),
    ownSure: surenessInWords(ownSummed, 'You'),
    service: service === null ? null : serviceView(service),
    notYetShown:
      notYetShown === 0
        ? null
        : `${plural(notYetShown, 'mark')} more ${notYetShown === 1 ? 'is' : 'are'} for the officer alone as yet.`,
    shownAfter: `${sentence(settings.shownToOthersAfter.words)}.`,
    fewest: settings.fewestMarks.number,
  };
}

/** How the reader's own expectations turned out, in their own words. */
export function ownAnswer({ lean }: Service): string | null {
  return lean.marks === 0
    ? null
    : leanSentence(lean, 'inspection').replace(' We were ', ' You were ').replace(' we lean ', ' you lean ');
}

function ownRow({ of, school, verdict, why, inspection, counts, shownFrom }: Mark, authority: string) {
  return {
    name: school?.history.name ?? `School ${of.urn}`,
    href: schoolAddress(authority, of.urn),
    expected: `${sentence(of.expected.standing)} by ${dateInWords(of.expected.by)}`,
    said: `${dateInWords(of.madeOn)}${of.expected.sure === null ? '' : `, ${String(of.expected.sure)}% sure`}`,
    verdict: verdict === null ? whyWords[why ?? 'not yet due'] : sentence(verdict),
    found: inspection !== null && verdict !== null,
    counts,
    alone: shownFrom === null || verdict === null ? null : dateInWords(shownFrom),
  };
}

function serviceView(service: Service) {
  const { lean, timing, officers, groups, years } = service;
  return {
    nothing: lean.marks === 0,
    answer: lean.marks === 0 ? null : leanSentence(lean, 'inspection'),
    sure: surenessInWords(service, 'Officers'),
    timing: timingInWords(timing),
    officers: officers.map((one) => ({
      name: one.name,
      ...leanRow(one.lean),
      sure:
        one.sureness === null
          ? 'not said'
          : `${String(Math.round(one.sureness.said))}% sure, right in ${share(one.sureness.right, one.sureness.marks)}`,
    })),
    years: years.map(({ year, lean: one }) => ({ group: schoolYearName(year), ...leanRow(one) })),
    groups: groups.map(({ split, group, lean: one }) => ({
      split: splitWords[split],
      group,
      ...leanRow(one),
    })),
  };
}

function surenessInWords({ sureness }: Service, who: string): string | null {
  return sureness === null
    ? null
    : `${who} said ${String(Math.round(sureness.said))}% sure on average, and were right in ${share(sureness.right, sureness.marks)}.`;
}

function timingInWords({ inTime, late, notSince }: Service['timing']): string | null {
  const all = inTime + late + notSince;
  return all === 0
    ? null
    : `Of ${plural(all, 'expectation')} of a change, the inspection it takes came in time for ${count(inTime)}, later for ${count(late)}, and has not come for ${count(notSince)}.`;
}
