import type { DiagnosesRead, DiagnosisOfSchool } from '#/diagnose/actions/diagnoses.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { beginDiagnosisAddress, diagnosesAddress } from '#/platform/web/plan-addresses.ts';
import { dateInWords, plural, sentence, someOf } from '#/platform/web/words.ts';
import { choicesToShow, chosenDiagnoses, isDifferent, type diagnosesAsked } from './diagnoses-asked.ts';

/** Everything the list of diagnoses shows. */
export function diagnosesView(
  read: DiagnosesRead,
  show: ReturnType<typeof diagnosesAsked>,
  mayWrite: boolean,
) {
  const { authority, today, days, rhythm, schools, notTold } = read;
  const address = diagnosesAddress(authority.slug);
  const rows = chosenDiagnoses(schools, show);
  return {
    lead:
      days.told === 0
        ? 'No school was told its category yet, so none waits for a diagnosis.'
        : `${someOf(days.settled, days.told, 'school')} that ${days.told === 1 ? 'was' : 'were'} told ${days.told === 1 ? 'its' : 'their'} category ${days.settled === 1 ? 'has' : 'have'} a settled diagnosis, as at ${dateInWords(today)}.`,
    any: days.told > 0,
    figures: figuresOf(read),
    bands: days.bands.map(({ from, to, schools: some }) => ({
      words: to === null ? `${String(from)} days or more` : `${String(from)} to ${String(to)} days`,
      number: `${String(some)} of ${String(days.settled)}`,
    })),
    rhythm:
      rhythm === null
        ? null
        : `A diagnosis should be settled within ${rhythm.words} of the letter. ${rhythm.source}.`,
    notTold:
      notTold === 0
        ? null
        : `${plural(notTold, 'open school was', 'open schools were')} told no category yet and ${notTold === 1 ? 'is' : 'are'} not counted.`,
    address,
    files: downloadLinks(address, { show: show === null ? [] : [show] }),
    shows: choicesToShow(show),
    chosen: show !== null,
    count: someOf(rows.length, schools.length, 'school'),
    rows: rows.map((one) => rowOf(one, authority.slug, mayWrite)),
  };
}

function rowOf(one: DiagnosisOfSchool, slug: string, mayWrite: boolean) {
  const { urn, name } = one.school;
  return {
    school: name,
    schoolAddress: schoolAddress(slug, urn),
    told: one.told,
    toldOn: dateInWords(one.way.toldOn),
    days: daysWords(one),
    late: one.daysLate > 0 && one.dueOn !== null ? `due by ${dateInWords(one.dueOn)}` : null,
    stands: standsWords(one),
    href: one.diagnosis === null ? null : paperAddress(slug, urn, one.diagnosis.id),
    begin: one.diagnosis === null && mayWrite ? beginDiagnosisAddress(slug, urn) : null,
    differs: one.differs,
  };
}

export function daysWords({ way }: DiagnosisOfSchool): string {
  return way.settled === null
    ? `Waiting for ${plural(way.days, 'day')}`
    : `Settled after ${plural(way.days, 'day')}`;
}

export function standsWords({ diagnosis, way }: DiagnosisOfSchool): string {
  if (diagnosis === null) return 'Not begun';
  const when = way.settled === null ? '' : ` on ${dateInWords(way.settled.on)}`;
  return `${sentence(diagnosis.standing.words)}${when}`;
}

function figuresOf({ days, schools }: DiagnosesRead) {
  const settled = schools.filter(({ way }) => way.settled !== null);
  const answered = (answer: string): number =>
    settled.filter(({ way }) => way.settled?.answer === answer).length;
  const of = (part: number): string => `${String(part)} of ${plural(settled.length, 'settled', 'settled')}`;
  const waiting = days.told - days.settled;
  return [
    {
      text: 'From the letter to the settled diagnosis',
      number:
        days.median === null
          ? 'none settled yet'
          : `median ${plural(days.median, 'day')}, longest ${plural(days.longest ?? 0, 'day')}, over ${plural(days.settled, 'school')}`,
    },
    {
      text: 'Still waiting',
      number:
        days.medianWait === null
          ? 'none'
          : `${plural(waiting, 'school')}: median ${plural(days.medianWait, 'day')}, longest ${plural(days.longestWait ?? 0, 'day')}`,
    },
    { text: 'Agreed by the school', number: of(answered('agreed')) },
    { text: 'Agreed in part, both views kept', number: of(answered('agreed in part')) },
    { text: 'Not agreed, both views kept', number: of(answered('not agreed')) },
    { text: 'Settled without the school’s answer', number: of(answered('not answered')) },
    {
      text: 'Differ from the category told, in part or wholly',
      number: of(settled.filter(({ differs }) => isDifferent(differs)).length),
    },
  ];
}
