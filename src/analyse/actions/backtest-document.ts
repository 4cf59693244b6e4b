import type { SharesMarked, ShareTried } from '#/analyse/rules/forecast/backtest/share-backtest.ts';
import { simpleMethods } from '#/analyse/rules/forecast/backtest/simple-methods.ts';
import type { WarningsTried } from '#/analyse/rules/forecast/backtest/warning-backtest.ts';
import { dateInWords } from '#/analyse/rules/words.ts';
import type { Block, TableBlock, TextDocument } from '#/platform/documents/write-document.ts';
import type { Backtest } from './run-backtest.ts';

/** What forecasts as at days of the past were worth, as a document: every figure with what it is of. */
export function backtestDocument(result: Backtest): TextDocument {
  return {
    title: 'What forecasts of the past would have been worth',
    subject:
      'Forecasts made as at days of the past, by models fitted on what was known then, marked by what came',
    banner: null,
    credits: [
      ...new Set(
        result.sources.map(({ title, publisher, licence }) => `${title}: ${publisher}, ${licence}.`),
      ),
    ],
    blocks: [
      ...backtestBlocks(result),
      { kind: 'heading', level: 1, text: 'Every day a forecast was made from' },
      byOrigin(result.sharesTried),
    ],
  };
}

/** The blocks that the model card shows too. */
export function backtestBlocks(result: Backtest): readonly Block[] {
  return [
    {
      kind: 'paragraph',
      text: `Tried on ${result.schools} schools of ${result.authorities} authorities. Every forecast was made by a model fitted only on what could be known on its day. The numbers of the methods beside it come from the same run.`,
    },
    { kind: 'heading', level: 1, text: 'Share of schools good or better, by authority' },
    sharesTable(
      'Mean absolute error in percentage points, forecast one, two and three years ahead; authorities with 20 or more judged schools',
      result.shares,
    ),
    rangesTable(result.shares),
    sharesTable(
      'The same, fitted on one half of the authorities and tried on the other',
      result.sharesElsewhere,
    ),
    { kind: 'heading', level: 1, text: 'Which good schools are judged below good next' },
    warningsTable(result.warnings),
    ...result.warnings.flatMap((tried) => [calibrationTable(tried), groupsTable(tried)]),
  ];
}

const points = (number: number): string => number.toFixed(2);
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

export function sharesTable(caption: string, marked: readonly SharesMarked[]): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { heading: 'Years ahead', share: 0.12 },
      { heading: 'Shares', share: 0.1, number: true },
      { heading: 'Model', share: 0.13, number: true },
      ...simpleMethods.map((method) => ({ heading: method, share: 0.16, number: true })),
      { heading: 'Below the best simple one by', share: 0.17, number: true },
    ],
    rows: marked.map(({ years, shares, model, simple, better }) => [
      String(years),
      String(shares),
      points(model),
      ...simpleMethods.map((method) => points(simple[method])),
      percent(better),
    ]),
  };
}

export function rangesTable(marked: readonly SharesMarked[]): TableBlock {
  return {
    kind: 'table',
    caption: 'How often what came lay in the range given',
    columns: [
      { heading: 'Years ahead', share: 0.25 },
      { heading: '50% range', share: 0.25, number: true },
      { heading: '80% range', share: 0.25, number: true },
      { heading: '95% range', share: 0.25, number: true },
    ],
    rows: marked.map(({ years, held }) => [
      String(years),
      percent(held[50]),
      percent(held[80]),
      percent(held[95]),
    ]),
  };
}

/** Which trial a row is of: `31 August 2018, 18 months; deprivation used`. */
export function trialInWords({ asAt, months, deprivation, leftOut }: WarningsTried): string {
  return [
    `${dateInWords(asAt)}, ${months} months`,
    ...(deprivation ? ['deprivation used'] : []),
    ...(leftOut === null ? [] : [`fitted without ${leftOut}`]),
  ].join('; ');
}

export function warningsTable(warnings: readonly WarningsTried[]): TableBlock {
  return {
    kind: 'table',
    caption:
      'Good or better schools judged below good next: how well chances told them apart, and how true they were',
    columns: [
      { heading: 'As at, for how long', share: 0.24 },
      { heading: 'Schools', share: 0.08, number: true },
      { heading: 'Falls', share: 0.07, number: true },
      { heading: 'AUC (95%)', share: 0.15, number: true },
      { heading: 'Falls in the riskiest tenth', share: 0.11, number: true },
      { heading: 'Calibration slope', share: 0.1, number: true },
      { heading: 'Forecast', share: 0.08, number: true },
      { heading: 'Came', share: 0.07, number: true },
      { heading: 'Skill over grade and age', share: 0.1, number: true },
    ],
    rows: warnings.map((tried) => {
      const { marks, line } = tried;
      const { discrimination, riskiestTenth, all, overGradeAndAge } = marks;
      return [
        trialInWords(tried),
        String(all.schools),
        String(all.happened),
        aucInWords(discrimination),
        riskiestTenth === null ? 'too few falls' : percent(riskiestTenth.share),
        line === null ? 'too few falls' : line.slope.value.toFixed(2),
        percent(all.expected / all.schools),
        percent(all.happened / all.schools),
        overGradeAndAge === null ? 'no rate known' : percent(overGradeAndAge.skill),
      ];
    }),
  };
}

function aucInWords(discrimination: WarningsTried['marks']['discrimination']): string {
  if (discrimination === null) return 'too few falls';
  const { auc, interval } = discrimination;
  const range = interval === null ? '' : ` (${interval.low.toFixed(3)}–${interval.high.toFixed(3)})`;
  return `${auc.toFixed(3)}${range}`;
}

function calibrationTable(tried: WarningsTried): TableBlock {
  return {
    kind: 'table',
    caption: `As at ${trialInWords(tried)}: schools by the chance given to them`,
    columns: [
      { heading: 'Chance', share: 0.3 },
      { heading: 'Schools', share: 0.15, number: true },
      { heading: 'Mean forecast', share: 0.2, number: true },
      { heading: 'Came', share: 0.15, number: true },
      { heading: '95% range of what came', share: 0.2, number: true },
    ],
    rows: tried.marks.table.map(({ from, to, count, meanForecast, observed, interval }) => [
      `${percent(from)} to ${percent(to)}`,
      String(count),
      percent(meanForecast),
      percent(observed),
      `${percent(interval.low)} to ${percent(interval.high)}`,
    ]),
  };
}

function groupsTable(tried: WarningsTried): TableBlock {
  return {
    kind: 'table',
    caption: `As at ${trialInWords(tried)}: too hopeful or too gloomy, by kind of school`,
    columns: [
      { heading: 'Kind of school', share: 0.4 },
      { heading: 'Schools', share: 0.15, number: true },
      { heading: 'Falls forecast', share: 0.15, number: true },
      { heading: 'Falls', share: 0.15, number: true },
      { heading: 'Forecast for each that came', share: 0.15, number: true },
    ],
    rows: tried.marks.groups.map(({ split, group, schools, happened, expected }) => [
      `${split}: ${group}`,
      String(schools),
      expected.toFixed(1),
      String(happened),
      happened === 0 ? 'none came' : (expected / happened).toFixed(2),
    ]),
  };
}

function byOrigin(tried: readonly ShareTried[]): TableBlock {
  const rows = [...Map.groupBy(tried, ({ asAt, years }) => `${asAt} ${years}`).values()];
  const mean = (own: readonly ShareTried[], of: (one: ShareTried) => number): number =>
    (100 * own.reduce((sum, one) => sum + of(one), 0)) / own.length;
  return {
    kind: 'table',
    caption: 'Authority shares by the day of the forecast, in percentage points',
    columns: [
      { heading: 'As at', share: 0.25 },
      { heading: 'Years ahead', share: 0.12, number: true },
      { heading: 'Authorities', share: 0.13, number: true },
      { heading: 'Mean absolute error', share: 0.17, number: true },
      { heading: 'Mean error (above 0: too hopeful)', share: 0.18, number: true },
      { heading: 'Held by the 80% range', share: 0.15, number: true },
    ],
    rows: rows.flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      return [
        [
          dateInWords(first.asAt),
          String(first.years),
          String(own.length),
          points(mean(own, ({ forecast, came }) => Math.abs(forecast - came))),
          points(mean(own, ({ forecast, came }) => forecast - came)),
          percent(own.filter(({ held }) => held[80]).length / own.length),
        ],
      ];
    }),
  };
}
