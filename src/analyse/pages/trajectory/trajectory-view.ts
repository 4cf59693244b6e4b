import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import { markingAddress, replayAddress, trajectoryAddress } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { dateInWords, momentInWords, plural } from '#/platform/web/words.ts';
import { answerOf, chanceOfTarget, lastTimeOf, nowOf } from './headline.ts';
import { fieldsOf } from './choices.ts';
import { countingTable, knownTable, sharesTable } from './shares-table.ts';
import { stepsView } from './steps-view.ts';
import { targetsView, type TargetTypedIn } from './targets-view.ts';
import { trajectoryChart } from './trajectory-chart.ts';
import type { Chosen } from '#/analyse/actions/trajectory-read.ts';
import type { TrajectoryAsked } from '#/analyse/actions/trajectory-read.ts';
import { queryOf } from './trajectory-request.ts';
import { wordsOf } from './trajectory-words.ts';
import { hiddenOf, whatIfView } from './what-if-view.ts';

/** Everything the page of the trajectory shows. */
export function trajectoryView(
  read: TrajectoryRead,
  request: TrajectoryAsked,
  said: TargetTypedIn | null = null,
) {
  const { authority, chosen, whatIf } = read;
  const address = trajectoryAddress(authority.slug);
  const targets = targetsView(read, said);
  const problems = read.problems.map(({ field, text }) => ({ text, href: `#${field}` }));
  return {
    authority: authority.name,
    heading: headingOf(read, chosen),
    nothing: chosen === null ? nothingOf(read) : null,
    errors: {
      title: said === null ? 'Nothing more is tried' : 'Nothing was kept',
      list: [...targets.errorList, ...problems],
    },
    form: {
      action: address,
      label: 'Choose what is forecast',
      fields: chosen === null ? [] : fieldsOf(read, chosen),
    },
    hidden: hiddenOf({ if: queryOf(request, whatIf)['if'] ?? [] }),
    downloads: chosen === null ? null : downloadLinks(address, queryOf(request, whatIf)),
    shown: chosen === null ? null : shownOf(read, request, chosen),
    targets,
    links: { replay: replayAddress(authority.slug), marking: markingAddress(authority.slug) },
  };
}

function shownOf(read: TrajectoryRead, request: TrajectoryAsked, chosen: Chosen) {
  const { kept, shown, notTold } = chosen;
  const { run } = kept;
  const words = wordsOf[shown.target];
  return {
    answer: answerOf(chosen),
    target: chanceOfTarget(chosen),
    now: nowOf(chosen),
    lastTime: lastTimeOf(read, chosen),
    notTold:
      notTold === null
        ? null
        : `Of “${notTold}” no share is told: there is no such group in this forecast, or it has so few schools that a share of them would come close to a forecast of each. This is of all schools.`,
    regime:
      shown.target === 'below good'
        ? null
        : 'Report cards began on 10 November 2025. Overall grades of before are another way of judging: they are not in this line, and nothing is carried over from them.',
    chart: trajectoryChart(read, chosen),
    pupils: chosen.of === 'pupils',
    table: sharesTable(read, chosen),
    counting: countingTable(chosen),
    on: dateInWords(chosen.point.on),
    asAt: dateInWords(run.asAt),
    judged: words.judgedByThen,
    notJudged: words.notJudged,
    known: knownTable(read, chosen),
    steps: stepsView(read, chosen),
    whatIf: whatIfView(read, request, chosen),
    made: `Made as at ${dateInWords(run.asAt)} from nothing that became known later, by the model ${run.model.id}, fitted as at ${dateInWords(run.model.fittedAsAt)}; kept by ${run.madeBy} on ${momentInWords(run.madeAt)}. ${plural(run.schools, 'school')} open on the day.`,
  };
}

function headingOf({ authority }: TrajectoryRead, chosen: Chosen | null): string {
  if (chosen === null) return `Trajectory of the schools of ${authority.name}`;
  const will = wordsOf[chosen.shown.target].toReach.replace(/^to /, '');
  return `How many schools of ${authority.name} will ${will}`;
}

/** Why there is nothing to see, and the next step. */
function nothingOf({ authority, kept }: TrajectoryRead) {
  if (kept === null)
    return {
      words: `No forecast of the schools of ${authority.name} has been kept yet.`,
      next: 'Whoever runs Middle Tier keeps one with this command; it takes a few seconds:',
      command: `npx middletier forecast --authority ${authority.slug}`,
    };
  return {
    words: `The forecast as at ${dateInWords(kept.run.asAt)} has no share to tell: it is of ${plural(kept.run.schools, 'school')}, and a share of fewer than six comes close to a forecast of each; or none is expected to be judged.`,
    next: null,
    command: null,
  };
}
